import { randomUUID } from "node:crypto";
import { dayText } from "@/app/_ui/desk/dates";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Edition } from "@/db/editions";
import { type EntryOutcome, countEntries } from "@/db/entries";
import { type EntryBatch, findBatch, listSheets } from "@/db/entry-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { isOutsideFieldPeriod } from "@/lib/survey/entry";
import { nextSheet } from "@/lib/survey/entry-batch";
import { type EntryState, KEPT_FIELDS, type Typed } from "./entry-state";
import type { Entry } from "./read-entry";

/** For whom and of what edition the form is made; `title` is the page's. */
interface Around {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly batch: EntryBatch | null;
  readonly locale: Locale;
  readonly title: string;
}

/** An empty form with a key of its own; `typed` is what stays from the answer before. */
export async function freshState(around: Omit<Around, "title">, typed: Typed): Promise<EntryState> {
  return { key: randomUUID(), typed, count: await countWords(around), saved: null, caution: null, refused: null };
}

async function countWords({ staff, edition, batch, locale }: Omit<Around, "title">): Promise<string> {
  if (!batch) return translator(locale, "entry")("count", await countEntries(staff, edition.id));
  const now = (await findBatch(staff, batch.id)) ?? batch;
  const word = now.typed === now.expected ? "entry.complete" : "entry.count";
  return translator(locale, "batches")(word, { typed: now.typed, expected: now.expected });
}

/** The number of the sheet to type after another, or "" outside a batch. */
export async function sheetAfter({ staff, batch }: Pick<Around, "staff" | "batch">, sheet?: number): Promise<string> {
  if (!batch) return "";
  const taken = (await listSheets(staff, batch.id)).map((typed) => typed.sheet);
  return String(nextSheet(taken, batch.expected, sheet));
}

/** The form after a save: empty but for channel, date and language, saying what was saved. */
export async function savedState(around: Around, typed: Typed, entry: Entry, changed: boolean): Promise<EntryState> {
  const { edition, locale } = around;
  const { content, receivedOn, place } = entry;
  const t = translator(locale, "entry");
  const channel = edition.channels.find(({ code }) => code === content.channel)?.name[locale] ?? "";
  const answered = content.ratings.filter((rating) => rating !== null).length + Object.keys(content.verbatims).length;
  const day = dayText(locale, receivedOn);
  const kept = Object.fromEntries(KEPT_FIELDS.map((name) => [name, typed[name] ?? ""]));
  const fresh = await freshState(around, { ...kept, sheet: await sheetAfter(around, place?.sheet) });
  const saved = place
    ? translator(locale, "batches")("entry.saved", { sheet: place.sheet, answered })
    : t("saved", { channel, day, answered });
  return {
    ...fresh,
    saved: changed ? t("savedBefore") : saved,
    caution: isOutsideFieldPeriod(edition, receivedOn) ? t("outside", { day }) : null,
  };
}

/** The form as it was sent, with everything that is wrong. */
export async function refusedState(
  around: Around,
  { key, typed }: Pick<EntryState, "key" | "typed">,
  errors: readonly FieldError[],
): Promise<EntryState> {
  return { ...(await freshState(around, typed)), key, refused: refusalOf(around, errors) };
}

/** What is wrong with a form that was sent, in the words of its summary and of the page's title. */
export function refusalOf(
  { locale, title }: Pick<Around, "locale" | "title">,
  errors: readonly FieldError[],
): NonNullable<EntryState["refused"]> {
  const t = translator(locale, "entry");
  const n = errors.length;
  return { errors, heading: t("errors.heading", { n }), documentTitle: t("errors.title", { n, title }) };
}

/** The form as it was sent, because the answer cannot be kept as things stand: which field says so, and why. */
export async function notKeptState(
  around: Around,
  sent: Pick<EntryState, "key" | "typed">,
  reason: (EntryOutcome & { kind: "refused" })["reason"],
): Promise<EntryState> {
  const t = translator(around.locale, "batches");
  if (reason === "sheet-taken") {
    const [sheet, free] = [Number(sent.typed.sheet), Number(await sheetAfter(around))];
    return refusedState(around, sent, [{ field: "sheet", message: t("errors.sheet-taken", { sheet, free }) }]);
  }
  const message =
    reason === "batch-finished" ? t("errors.batch-finished") : translator(around.locale, "entry")(`refused.${reason}`);
  return refusedState(around, sent, [{ field: "save", message }]);
}
