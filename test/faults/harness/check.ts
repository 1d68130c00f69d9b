import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import postgres from "postgres";
import { receiptHash } from "@/lib/survey/receipt-code";
import { sessionCookie } from "@/test/support/session-cookie";
import { type Book, MARK } from "./book";

/** What is amiss, each in words; nothing when all is well. */
export interface Findings {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Rows of nothing that was sent. */
  readonly unsent: readonly string[];
}

/** A response as it was found: what its receipt code hashes to, where that is known, and its texts. */
export interface Found {
  readonly hash: string | null;
  readonly texts: readonly string[];
}

/** Every response that a database holds. */
export async function readRows(database: string): Promise<Found[]> {
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  try {
    return await sql<Found[]>`select receipt_hash as hash,
      array(select content from verbatim v where v.response_id = r.id) as texts from response r`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Every response of the file that an analyst takes away. */
export async function readCsv(base: string, database: string): Promise<Found[]> {
  const answer = await fetch(`${base}/admin/exports/2024/responses.csv`, { headers: await analystHeaders(database) });
  if (answer.status !== 200) throw new Error(`the export answered ${answer.status}`);
  const [, ...rows] = Papa.parse<string[]>((await answer.text()).trim()).data;
  return rows.map((cells) => ({ hash: null, texts: cells.filter((cell) => cell.startsWith(MARK)) }));
}

/** The header fields of a new analyst's session. */
export async function analystHeaders(database: string): Promise<Record<string, string>> {
  const sql = postgres(database, { max: 1, onnotice: () => {} });
  try {
    const id = randomUUID();
    await sql`insert into staff (id, name, email, role) values (${id}, '查账人', ${`${id}@example.cn`}, 'analyst')`;
    return { cookie: await sessionCookie(sql, id) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Compares what was found with what was acknowledged and sent. */
export function compare(book: Book, found: readonly Found[]): Findings {
  const byText = new Map<string, Found[]>();
  for (const one of found) for (const text of one.texts) byText.set(text, [...(byText.get(text) ?? []), one]);
  const codes = new Map<string, string>();
  const lost: string[] = [];
  const doubled = [...book.contradictions];
  for (const { key, text, receipt } of book.acknowledged()) {
    const code = receipt ?? "";
    const rows = byText.get(text) ?? [];
    if (rows.length === 0) lost.push(`${key}: its text is not there`);
    else if (rows.every(({ hash }) => hash !== null && hash !== receiptHash(code)))
      lost.push(`${key}: another receipt`);
    if (codes.has(code)) doubled.push(`${key} and ${codes.get(code)} have one receipt`);
    codes.set(code, key);
  }
  for (const [text, rows] of byText) if (rows.length > 1) doubled.push(`${text}: ${rows.length} times`);
  const unsent = found.filter(({ texts }) => texts.length !== 1 || !book.entries.has(texts[0] ?? ""));
  return { lost, doubled, unsent: unsent.map(({ texts }) => `a response with ${texts.length} texts, ${texts.join()}`) };
}
