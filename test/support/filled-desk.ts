import type { Page } from "playwright-core";
import postgres from "postgres";
import { fillDemo } from "@/bin/demo/fill";
import { setKeyedTwice } from "@/db/batch-changes";
import { findBatch } from "@/db/entry-batches";
import { invite } from "@/db/invitations";
import { makeNextEdition } from "@/db/next-edition";
import { makeResetLink } from "@/db/passwords";
import { insertSecondKeying } from "@/db/second-keyings";
import type { Role, Staff } from "@/lib/staff";
import { aResponse } from "./a-response";
import { theEdition } from "./editions";
import { csvOf, press, upload, wenjuanxing } from "./import-files";

/** What an address of a page of the desk names, in a database that holds the demo and work that is not finished. */
export interface FilledDesk {
  readonly people: Readonly<Record<Role, Staff>>;
  readonly batch: string;
  readonly proposed: string;
  readonly invitation: string;
  readonly newPassword: string;
}

/** Fills the database of DATABASE_URL, which holds no account: import this file once it is set. */
export async function fillDesk(databaseUrl: string): Promise<FilledDesk> {
  await fillDemo();
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const rows = await sql<Staff[]>`select id, name, email, role from staff`;
    const people = Object.fromEntries(rows.map((person) => [person.role, person])) as Record<Role, Staff>;
    const [batch] = await sql`select id from entry_batch where finished_with is null`;
    const [proposed] = await sql`select response_id as id from exclusion where confirmed_by is null`;
    await makeNextEdition(people.administrator, await theEdition("2025"), new Date());
    await keyAgain(people, String(batch?.id));
    const invited = await invite(people.administrator, { email: "zhao.lei@example.cn", role: "analyst" });
    const reset = await makeResetLink(people.administrator, people.viewer.email);
    if (!invited.ok || !reset) throw new Error("no links");
    return {
      people,
      batch: String(batch?.id),
      proposed: String(proposed?.id),
      invitation: invited.value.token,
      newPassword: reset.token,
    };
  } finally {
    await sql.end();
  }
}

/** The administrator keys the first sheet of the analyst's stack again, and reads another word. */
async function keyAgain({ analyst, administrator }: Record<Role, Staff>, batchId: string): Promise<void> {
  const batch = await findBatch(analyst, batchId);
  if (!batch) throw new Error("no batch");
  await setKeyedTwice(analyst, batch, true);
  const answers = aResponse({ impact: 1, overall: 2, advice: "供应商审核的标准写得再细一些" });
  const keyed = await insertSecondKeying(administrator, { batchId, sheet: 1 }, await theEdition("2025"), answers);
  if (!keyed.ok || keyed.value === 0) throw new Error(`no difference: ${JSON.stringify(keyed)}`);
}

/** Hands a file over, up to the check that finds something wrong with it; returns the address of its first page. */
export async function importAsFarAsCheck(page: Page, slug: string): Promise<string> {
  const rows = wenjuanxing();
  (rows[3] ?? [])[6] = "还行";
  await upload(page, slug, "问卷星.csv", csvOf(rows));
  await page.getByText("没有对应的列，或该格空白时").waitFor();
  const { pathname } = new URL(page.url());
  await page.locator("#channel").selectOption({ index: 1 });
  await press(page, "下一步：对应选项");
  await page.getByRole("combobox", { name: "还行" }).waitFor();
  await press(page, "下一步：核对");
  await page.getByText("1 行中有 1 处有误").waitFor();
  return pathname;
}

/** Leaves a draft of an edition's form that was never published. */
export async function draftForm(page: Page, slug: string): Promise<void> {
  await page.goto(`/admin/editions/${slug}/instrument`);
  await page.locator('[id="item.overall.zh-CN"]').fill("总体而言，您对本报告满意吗？");
  await page.getByRole("button", { name: "保存草稿", exact: true }).click();
  await page.waitForURL(/saved=1/);
}
