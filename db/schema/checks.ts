import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { PrivacyNotice } from "@/lib/survey/privacy-notice";

const quoted = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));
/** The CHECK of a closed list, which stands in lib; of a column, or of every element of an array. */
export const oneOf = (column: AnyPgColumn, values: readonly string[]) => sql`${column} in (${quoted(values)})`;
export const someOf = (column: AnyPgColumn, values: readonly string[]) => sql`${column} <@ array[${quoted(values)}]`;
/** A notice without an empty element, as `emptyElementsOf` of lib finds them; only the open state asks for it. */
export const completeNotice = (
  company: AnyPgColumn,
  notice: AnyPgColumn,
) => sql`${company} ?& array['address', 'complaints']
  and ${notice} ?& array[${sql.raw(
    Object.keys(PrivacyNotice.shape)
      .map((key) => `'${key}'`)
      .join(", "),
  )}]
  and not jsonb_path_exists(${notice}, '$.** ? (@ == null || @ == "")')`;
