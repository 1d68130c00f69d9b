import { randomUUID } from "node:crypto";
import { dayText } from "@/app/_ui/desk/dates";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import type { Edition } from "@/db/editions";
import { countEntries } from "@/db/entries";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import { isOutsideFieldPeriod } from "@/lib/survey/entry";
import { type EntryState, KEPT_FIELDS, type Typed } from "./entry-state";
import type { Entry } from "./read-entry";

/** For whom and of what edition the form is made; `title` is the page's. */
interface Around {
  readonly staff: Staff;
  readonly edition: Edition;
  readonly locale: Locale;
  readonly title: string;
}

/** An empty form with a key of its own; `typed` is what stays from the answer before. */
export async function freshState({ staff, edition, locale }: Omit<Around, "title">, typed: Typed): Promise<EntryState> {
  const count = translator(locale, "entry")("count", await countEntries(staff, edition.id));
  return { key: randomUUID(), typed, count, saved: null, caution: null, refused: null };
}

/** The form after a save: empty but for channel, date and language, saying what was saved. */
export async function savedState(around: Around, typed: Typed, entry: Entry, changed: boolean): Promise<EntryState> {
  const { edition, locale } = around;
  const { content, receivedOn } = entry;
  const t = translator(locale, "entry");
  const channel = edition.channels.find(({ code }) => code === content.channel)?.name[locale] ?? "";
  const answered = content.ratings.filter((rating) => rating !== null).length + Object.keys(content.verbatims).length;
  const day = dayText(locale, receivedOn);
  const fresh = await freshState(around, Object.fromEntries(KEPT_FIELDS.map((name) => [name, typed[name] ?? ""])));
  return {
    ...fresh,
    saved: changed ? t("savedBefore") : t("saved", { channel, day, answered }),
    caution: isOutsideFieldPeriod(edition, receivedOn) ? t("outside", { day }) : null,
  };
}

/** The form as it was sent, with everything that is wrong. */
export async function refusedState(
  around: Around,
  { key, typed }: Pick<EntryState, "key" | "typed">,
  errors: readonly FieldError[],
): Promise<EntryState> {
  const t = translator(around.locale, "entry");
  const n = errors.length;
  const documentTitle = t("errors.title", { n, title: around.title });
  return {
    ...(await freshState(around, typed)),
    key,
    refused: { errors, heading: t("errors.heading", { n }), documentTitle },
  };
}
