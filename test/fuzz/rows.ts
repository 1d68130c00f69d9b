import type postgres from "postgres";
import { LEFT_BY_LOOKS, rowSums } from "@/test/support/row-sums";

/** What tries may write beside looks: sessions that they end, wrong passwords, and figures made when a viewer first looks. */
const LEFT_BY_TRIES = [...LEFT_BY_LOOKS, "staff_session", "sign_in_brake", "viewer_figures", "viewer_batch"];

/** A sum of the rows of every table that a bad request has no business in, by table. */
export function untouchedRows(sql: postgres.Sql): Promise<Record<string, string>> {
  return rowSums(sql, LEFT_BY_TRIES);
}

/** The tables that are not as they were, in words. */
export function differences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return Object.keys({ ...before, ...after })
    .filter((table) => before[table] !== after[table])
    .map((table) => `${table}: ${before[table]} → ${after[table]}`);
}
