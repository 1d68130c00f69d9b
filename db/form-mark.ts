import { eq, sql } from "drizzle-orm";
import type { EditionDefinition } from "@/lib/survey/edition";
import { database } from "./client";
import { channel } from "./schema/channel";
import { edition, instrument } from "./schema/survey";

/** What tells whether a form that was made before is still the edition's; its field period is for the clock to judge. */
export interface FormMark extends Pick<EditionDefinition, "state" | "opensAt" | "closesAt"> {
  /** Another one after every change of what the form shows. */
  readonly mark: string;
  /** The codes of the edition's channels. */
  readonly channels: readonly string[];
}

/**
 * The mark of an edition's form: made of its row, of its newest published instrument, which nobody can change, and of
 * its channels' codes, so that every change shows, by whichever process or hand. Null where there is no such form.
 */
export async function readFormMark(slug: string): Promise<FormMark | null> {
  // Of other tables with a name of their own: drizzle writes columns without their table where one is asked.
  const [row] = await database()
    .select({
      state: edition.state,
      opensAt: edition.opensAt,
      closesAt: edition.closesAt,
      // The transaction that wrote the row as it is: every UPDATE makes it another.
      row: sql<string>`edition.id || ' ' || edition.xmin`,
      version: sql<number | null>`(select max(version) from ${instrument} i
        where i.edition_id = edition.id and i.published_at is not null)`,
      channels: sql<string[]>`array(select code from ${channel} c where c.edition_id = edition.id order by code)`,
    })
    .from(edition)
    .where(eq(edition.slug, slug))
    .prepare("form-mark")
    .execute();
  if (!row || row.version === null) return null;
  const { row: written, version, ...form } = row;
  return { ...form, mark: `${written} ${version} ${form.channels.join(" ")}` };
}
