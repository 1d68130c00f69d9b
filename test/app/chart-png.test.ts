import sharp from "sharp";
import { expect, test } from "vitest";
import { chartPng } from "@/app/_picture/chart-png";
import { picture, label } from "@/lib/charts/svg";

const chart = (text: string) =>
  picture({ width: 1000, height: 60, title: "", description: "" }, [label(text, 24, 40, { "font-size": 20 })]);

test("a chart's picture › prints 170 mm wide at 300 dpi", async () => {
  const png = Buffer.from(await chartPng(chart("好评")));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeCloseTo((170 / 25.4) * 300, -1);
  const physical = png.indexOf("pHYs");
  expect(png.readUInt32BE(physical + 4)).toBe(Math.round(300 / 0.0254));
});

test("a chart's picture › shows Chinese as itself, not as the box that stands for a missing character", async () => {
  const { info } = await sharp(await chartPng(chart("一")))
    .trim()
    .toBuffer({ resolveWithObject: true });
  expect(info.height / info.width).toBeLessThan(0.3);
});
