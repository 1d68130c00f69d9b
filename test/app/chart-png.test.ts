import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { chartPng } from "@/app/_picture/chart-png";
import { picture, label } from "@/lib/charts/svg";

const run = promisify(execFile);
const FACES = "lib/charts/font";

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

describe("on a machine without a face of its own, a chart's picture", () => {
  /** Those of some characters that come out as boxes, when lib/charts/font is all there is. */
  async function boxesAmong(characters: string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), "faces-"));
    const conf = join(folder, "fonts.conf");
    writeFileSync(conf, `<fontconfig><dir>${resolve(FACES)}</dir><cachedir>${folder}</cachedir></fontconfig>`);
    const script = ["--import", "tsx", "test/support/drawn-characters.ts", characters];
    const { stdout } = await run(process.execPath, script, { env: { ...process.env, FONTCONFIG_FILE: conf } });
    rmSync(folder, { recursive: true });
    return stdout.trim();
  }

  test("shows the characters of names, the rarest too, and no box but for what is no character", async () => {
    expect(await boxesAmong("喆珺翀犇镕堃昇瑄玥祎䶮𠮷𬱖龥，（Ａé\u{10FFFD}")).toBe("\u{10FFFD}");
  });

  test("has every character of 通用规范汉字表", () => {
    const face = charactersOf(readFileSync(join(FACES, "NotoSansCJKsc-Regular-without-hangul.otf")));
    const basic = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, place) => 0x4e00 + place);
    const others = [...readFileSync("test/fixtures/standard-characters-beyond-basic.txt", "utf8").trim()];
    expect(others).toHaveLength(276);
    const asked = [...basic, ...others.map((character) => character.codePointAt(0) ?? 0)];
    expect(asked.filter((code) => !face.has(code)).map((code) => String.fromCodePoint(code))).toEqual([]);
  });
});

/** The characters of an OpenType face, by the segments of its `cmap` of format 12. */
function charactersOf(face: Buffer): Set<number> {
  const at = face.indexOf("cmap", 12, "latin1");
  const cmap = face.subarray(face.readUInt32BE(at + 8));
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, place) => cmap.readUInt32BE(8 + 8 * place));
  const segments = cmap.subarray(tables.find((table) => cmap.readUInt16BE(table) === 12));
  const codes = new Set<number>();
  for (let place = 0; place < segments.readUInt32BE(12); place += 1) {
    const [first, last] = [segments.readUInt32BE(16 + 12 * place), segments.readUInt32BE(20 + 12 * place)];
    for (let code = first; code <= last; code += 1) codes.add(code);
  }
  return codes;
}
