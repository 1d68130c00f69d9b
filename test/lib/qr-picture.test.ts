import { decodeQR } from "qr/decode.js";
import { describe, expect, test } from "vitest";
import { qrModules } from "@/app/_ui/qr-modules";
import { PRINTED_SIDE, QUIET_ZONE, qrPath, qrPng, qrSvg } from "@/lib/export/qr-picture";
import { chunksOf, pictureOf } from "../support/png";

const LINK = "https://esg.jinchenmachine.com/en/2024?c=results-meeting-2025";

describe("a QR code as PNG", () => {
  const png = qrPng(qrModules(LINK));

  test("is read back as its link by another author's decoder", () => {
    expect(decodeQR(pictureOf(png))).toBe(LINK);
  });

  test("is read back where a stain covers its middle", () => {
    const picture = pictureOf(png);
    const [from, to] = [picture.width * 0.42, picture.width * 0.58];
    for (let y = Math.ceil(from); y < to; y += 1)
      picture.data.fill(0, (y * picture.width + Math.ceil(from)) * 4, (y * picture.width + Math.floor(to)) * 4);
    expect(decodeQR(picture)).toBe(LINK);
  });

  test("says 300 dpi, at which it is as large as is printed without its white", () => {
    const chunks = chunksOf(png);
    const resolution = chunks.get("pHYs");
    const perMetre = resolution?.readUInt32BE(0) ?? 0;
    expect([perMetre, resolution?.readUInt32BE(4), resolution?.[8]]).toEqual([11811, 11811, 1]);
    const side = chunks.get("IHDR")?.readUInt32BE(0) ?? 0;
    const modules = qrModules(LINK).length;
    const code = ((side / perMetre) * 1000 * (modules - 2 * QUIET_ZONE)) / modules;
    expect(code).toBeGreaterThanOrEqual(PRINTED_SIDE);
    expect(code).toBeLessThan(PRINTED_SIDE + 5);
  });
});

describe("a QR code as SVG", () => {
  test("has its size in millimetres, of which the code alone is as large as is printed", () => {
    const svg = qrSvg(qrModules(LINK));
    const [, width, side] = /width="([\d.]+)mm".*viewBox="0 0 (\d+) /.exec(svg) ?? [];
    expect((Number(width) * (Number(side) - 2 * QUIET_ZONE)) / Number(side)).toBeCloseTo(PRINTED_SIDE, 1);
  });

  test("draws a run of dark modules as one piece", () => {
    const [dark, light] = [true, false];
    expect(
      qrPath([
        [light, dark, dark, light],
        [dark, light, light, dark],
      ]),
    ).toBe("M1 0h2v1h-2zM0 1h1v1h-1zM3 1h1v1h-1z");
  });
});
