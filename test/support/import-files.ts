import Papa from "papaparse";
import type { Page } from "playwright-core";
import { itemsOf } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

/** Hands a file of answers over on an edition's page of imports. */
export async function upload(page: Page, slug: string, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`/admin/import?edition=${slug}`);
  await page.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "上传并读取" }).click();
}

/** Presses a button of the page. */
export const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** Rows as a CSV that Excel takes for UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]) => Buffer.from(`\uFEFF${Papa.unparse(rows as string[][])}`);

/** As 问卷星 exports it: by the words of its options, with columns that are nobody's business. */
export const wenjuanxing = (): string[][] => {
  const questions = itemsOf(JINCHEN_2024.instrument).map(({ text }, at) => `${at + 1}、${text["zh-CN"]}`);
  const header = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", ...questions];
  const words = ["很好", "较好", "一般", "较差", "很差"];
  const rows = Array.from({ length: 20 }, (_, n) => {
    const ratings = [0, 1, 2, 3, 4].map((at) => words[(n + at) % 5] ?? "");
    const moment = `2026/6/${1 + (n % 9)} 10:33:01`;
    return [
      String(n + 1),
      moment,
      "92秒",
      "微信",
      "http://wx",
      `36.110.3.${n}(北京-北京)`,
      ...ratings,
      "多讲水耗",
      "",
      "",
    ];
  });
  return [header, ...rows];
};

/** A text in GBK, by the table that decoding gives. */
export function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1) table.set(sign, [lead, trail]);
    }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < "\x80" ? [sign.charCodeAt(0)] : (table.get(sign) ?? [63]))),
  );
}
