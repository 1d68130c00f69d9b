import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { LARGEST_LOGO, readLogo, shownSize } from "@/lib/survey/logo";

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 16, b: 46, alpha: 0.5 } } });
const size = { width: 321, height: 90 };

describe("a logo", () => {
  test.each([
    ["PNG", "image/png", () => drawn(321, 90).png().toBuffer()],
    ["JPEG", "image/jpeg", () => drawn(321, 90).jpeg().toBuffer()],
    ["progressive JPEG", "image/jpeg", () => drawn(321, 90).jpeg({ progressive: true }).withExif({}).toBuffer()],
    ["WebP with a see-through ground", "image/webp", () => drawn(321, 90).webp().toBuffer()],
    ["lossy WebP", "image/webp", () => drawn(321, 90).removeAlpha().webp().toBuffer()],
    ["lossless WebP", "image/webp", () => drawn(321, 90).webp({ lossless: true }).toBuffer()],
  ])("is told by its own bytes: %s", async (_, type, picture) => {
    expect(readLogo(await picture())).toEqual({ ok: true, value: { type, ...size } });
  });

  test.each([
    ["nothing", "no-file", Buffer.alloc(0)],
    ["a picture that could run", "not-a-picture", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a page", "not-a-picture", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a JPEG that breaks off", "not-a-picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2])],
    ["a JPEG of fillings", "not-a-picture", Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(5000, 0xff)])],
    ["too much", "too-large", Buffer.alloc(LARGEST_LOGO + 1)],
  ])("is not %s", (_, error, bytes) => {
    expect(readLogo(bytes)).toEqual({ ok: false, error });
  });

  test("has sides that can be seen and shown", async () => {
    expect(readLogo(await drawn(15, 40).png().toBuffer())).toEqual({ ok: false, error: "bad-size" });
    expect(readLogo(await drawn(2001, 40).png().toBuffer())).toEqual({ ok: false, error: "bad-size" });
    expect(shownSize({ width: 400, height: 100 })).toEqual({ width: 160, height: 40 });
    expect(shownSize({ width: 2000, height: 16 })).toEqual({ width: 160, height: 1 });
    expect(shownSize({ width: 20, height: 20 })).toEqual({ width: 20, height: 20 });
  });
});
