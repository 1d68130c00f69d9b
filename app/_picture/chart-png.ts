import sharp from "sharp";

const DOTS_PER_INCH = 300;
/** Of the chart's 1000 units, so that it fills the text width of an A4 page: 170 mm. */
const PRINTED_INCHES = 170 / 25.4;
const CHART_UNITS = 1000;

// No picture is like the one before.
sharp.cache(false);

/** A picture takes some 100 MB while it is drawn, and what many take at once is never given back: one after the other. */
let before: Promise<unknown> = Promise.resolve();

/**
 * A chart of lib/charts as a PNG that prints 170 mm wide at 300 dpi, its Chinese in the face that `FONTCONFIG_FILE` names
 * (bin/start.ts sets it, to lib/charts/font).
 */
export function chartPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = before.then(() => draw(svg));
  before = drawn.catch(() => {});
  return drawn;
}

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const density = (72 * PRINTED_INCHES * DOTS_PER_INCH) / CHART_UNITS;
  return new Uint8Array(
    await sharp(Buffer.from(svg), { density })
      .withMetadata({ density: DOTS_PER_INCH })
      .png({ palette: true })
      .toBuffer(),
  );
}
