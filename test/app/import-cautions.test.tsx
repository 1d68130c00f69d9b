import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { columnsContent } from "@/app/admin/import/[edition]/[batch]/columns-content";
import { FileTable } from "@/app/admin/import/file-table";
import { CheckFindings } from "@/app/admin/import/[edition]/[batch]/check-findings";
import { RewordedNotice } from "@/app/admin/import/[edition]/[batch]/reworded-notice";
import { acceptImport } from "@/db/import-acceptance";
import { summariseImport } from "@/db/import-check";
import { templateHeader } from "@/lib/import/template";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { A_MAPPING, checkedFile, fileRow, stagedFile } from "@/test/support/a-file";
import { aStaff } from "@/test/support/a-staff";
import { theEdition } from "@/test/support/editions";

const stagedUnder = async (header: readonly string[]) => {
  const edition = await theEdition();
  const batch = await stagedFile(aStaff(), edition, [["2026-06-01", "paper", "5", ""]], new Date());
  return { edition, batch: { ...batch, columns: header.map((name, place) => ({ place, name })) } };
};
const HEADER = templateHeader(JINCHEN_2024, "zh-CN");
const OTHER = HEADER.map((name) => (name.startsWith("readability | ") ? "readability | 去年的题面𠮷" : name));

test("a column whose header words the item otherwise carries a caution, before it is sent and at the check", async () => {
  const { edition, batch } = await stagedUnder(OTHER);
  const { cautions, chosen } = columnsContent(edition, batch, "zh-CN");
  expect(Object.keys(cautions)).toEqual(["readability"]);
  expect(cautions.readability).toMatch(/列表头的题面与本轮次不同：“去年的题面𠮷”/);
  const mapped = { ...batch, mapping: { ...A_MAPPING, columns: chosen } };
  const notice = renderToStaticMarkup(<RewordedNotice edition={edition} batch={mapped} locale="zh-CN" />);
  expect(notice).toMatch(/有 1 列表头的题面与本轮次不同.*去年的题面𠮷.*本轮次为“/s);
});

test("this round's own template carries none", async () => {
  const { edition, batch } = await stagedUnder(HEADER);
  const { cautions, chosen } = columnsContent(edition, batch, "zh-CN");
  expect(cautions).toEqual({});
  const mapped = { ...batch, mapping: { ...A_MAPPING, columns: chosen } };
  expect(renderToStaticMarkup(<RewordedNotice edition={edition} batch={mapped} locale="zh-CN" />)).toBe("");
});

test("a file that was taken in asks for a tick before it is taken in otherwise, and for none while it adds nothing", async () => {
  const [edition, staff, now] = [await theEdition(), aStaff(), new Date()];
  const rows = [fileRow("5", "", "2026-06-01"), fileRow("4", "水𠮷", "2026-06-01")];
  await acceptImport(staff, edition, await checkedFile(staff, edition, rows, now), now);
  const findingsOf = async (mapping = A_MAPPING) => {
    const batch = await checkedFile(staff, edition, rows, now, mapping);
    const found = await summariseImport(staff, edition, batch);
    return renderToStaticMarkup(await CheckFindings({ staff, edition, batch, found, locale: "zh-CN" }));
  };
  expect(await findingsOf()).not.toContain("checkbox");
  expect(await findingsOf({ ...A_MAPPING, words: { "5": 1, "4": 2 } })).toMatch(
    /name="again" value="yes"\/>我知道同一个文件导入过，这次仍要另外新增 2 份/,
  );
});

test("a file that waits for a sealed round can only be discarded, and its line says so", async () => {
  const { edition, batch } = await stagedUnder(HEADER);
  const linesOf = (state: "closed" | "sealed") =>
    renderToStaticMarkup(<FileTable edition={{ ...edition, state }} files={[batch]} locale="zh-CN" />);
  expect(linesOf("sealed")).toContain("等待核对。本轮次已冻结，只能放弃。");
  expect(linesOf("closed")).not.toContain("只能放弃");
});
