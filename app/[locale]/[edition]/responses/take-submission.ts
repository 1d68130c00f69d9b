import type { Challenge } from "altcha-lib";
import type { Edition } from "@/db/editions";
import { correctByKey } from "@/db/receipt-rights";
import { type InsertOutcome, insertResponse } from "@/db/responses";
import { type Locale, findLocale } from "@/lib/locale";
import { type ResponseErrors, parseResponse, readInstrumentVersion } from "@/lib/survey/response";
import { arrivalOf } from "./arrival";
import { type Sent, type Unreadable, readFields } from "./read-fields";
import type { Sender } from "./reply";
import { settleBurst } from "./settle-burst";

/** What became of a submission, for whoever answers it; `sender` is by its fields, once they could be read. */
export type Taken = { readonly sender: Sender } & (
  | { readonly kind: "unreadable"; readonly error: Unreadable }
  | { readonly kind: "unknown-edition" | "unknown-version" }
  | { readonly kind: "cleared"; readonly item: string }
  | { readonly kind: "switched"; readonly locale: Locale }
  | { readonly kind: "invalid"; readonly edition: Edition; readonly errors: ResponseErrors }
  | { readonly kind: "closed" | "not-yet-open"; readonly edition: Edition }
  | Kept
);

/** `task`: of a burst, what a script may solve so that the answer counts. */
interface Kept {
  readonly kind: "kept";
  readonly standing: (InsertOutcome & { kind: "kept" })["standing"];
  readonly receiptCode: string;
  readonly said: "changed" | "corrected" | null;
  readonly task: Challenge | null;
}

/** Finds an edition with the instrument of a version, the newest one where none is named. */
export type FindEdition = (slug: string, version?: number) => Promise<Edition | null>;

/** Reads a submission and keeps its answers. Throws a `StorageError` when the database cannot keep them. */
export async function takeSubmission(sent: Sent, pageSender: Sender, find: FindEdition): Promise<Taken> {
  const read = await readFields(sent);
  if (!read.ok) return { kind: "unreadable", sender: pageSender, error: read.error };
  const { fields, clear, switchTo } = read.value;
  const sender = { ...pageSender, locale: findLocale(fields.locale) ?? pageSender.locale, fields };

  const edition = await findAnsweredEdition(sender.slug, fields, find);
  if (typeof edition === "string") return { kind: edition, sender };
  if (clear !== null) return { kind: "cleared", sender, item: clear };
  if (switchTo !== null) return { kind: "switched", sender, locale: findLocale(switchTo) ?? sender.locale };

  const parsed = parseResponse(edition, fields);
  if (!parsed.ok) return { kind: "invalid", sender, edition, errors: parsed.error };
  const [content, now] = [parsed.value, new Date()];
  const arrival = await arrivalOf(sent, sender, content.idempotencyKey, now);
  const outcome = await insertResponse(edition, content, sender.locale, now, arrival);
  if (outcome.kind !== "kept") return { kind: outcome.kind, sender, edition };
  const task = outcome.burst ? await settleBurst(sender, edition, content, arrival, now) : null;
  const isCorrected = outcome.changed && (await correctByKey(edition, content, now)) === "corrected";
  const said = isCorrected ? "corrected" : outcome.changed ? "changed" : null;
  return { ...outcome, sender, said, task };
}

/** The edition with the instrument version that the page was made from; the newest where the sender names none. */
async function findAnsweredEdition(
  slug: string,
  fields: Readonly<Record<string, unknown>>,
  find: FindEdition,
): Promise<Edition | "unknown-edition" | "unknown-version"> {
  const version = readInstrumentVersion(fields);
  if (version === null) return "unknown-version";
  const edition = await find(slug, version);
  return edition ?? (version === undefined || !(await find(slug)) ? "unknown-edition" : "unknown-version");
}
