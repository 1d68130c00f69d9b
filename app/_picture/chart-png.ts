import sharp from "sharp";

const DOTS_PER_INCH = 300;
/** Of the chart's 1000 units, so that it fills the text width of an A4 page: 170 mm. */
const PRINTED_INCHES = 170 / 25.4;
const CHART_UNITS = 1000;

/**
 * A chart of lib/charts as a PNG that prints 170 mm wide at 300 dpi, its Chinese in the face that `FONTCONFIG_FILE` names
 * (bin/start.ts sets it, to lib/charts/font).
 */
export async function chartPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const density = (72 * PRINTED_INCHES * DOTS_PER_INCH) / CHART_UNITS;
  return new Uint8Array(
    await sharp(Buffer.from(svg), { density })
      .withMetadata({ density: DOTS_PER_INCH })
      .png({ palette: true })
      .toBuffer(),
  );
}
