import { findDimension } from "./analysis/crosstab";
import type { AuditAct, AuditedState } from "./audit";
import { groupWords } from "./charts/group-words";
import { LOCALES, type Locale } from "./locale";
import { secondIn } from "./messages/calendar";
import { translator } from "./messages/translator";
import { SIGN_ON_REFUSALS } from "./single-sign-on";
import { ROLES } from "./staff";
import { CHANNEL_KINDS } from "./survey/channel";
import { EDITION_STATES } from "./survey/edition";
import { Amendment, Lineage } from "./survey/instrument";
import { OPTIONAL_QUESTION_TEXTS, OptionalQuestion } from "./survey/optional-question";
import { RESPONSE_STATUSES, findStatusReason } from "./survey/response-status";

type Value = AuditedState[string];

/** How a value of an audited state is read: by the field it is of, in which language, and times in which zone. */
export interface ValueContext {
  readonly key: string;
  readonly locale: Locale;
  readonly timeZone: string;
  /** A state named `open` is that of a round whose opening is to come. */
  readonly isScheduled: boolean;
}

/** A value of an audited state as the pages word it; null where there is none, and as it stands where it has no words. */
export function auditValueWords(value: Value | undefined, context: ValueContext): string | null {
  if (value === undefined || value === null) return null;
  const { key, locale } = context;
  const t = translator(locale, "audit");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return String(value);
  const one = (part: string) => WORDS[key.split(".").at(-1) ?? key]?.(part, context) ?? part;
  return typeof value === "string" ? one(value) : value.map(one).join(t("separator"));
}

/** Whether an act found a round (`before`), or left it (`after`), with its opening still to come. */
export function isScheduledRound(act: AuditAct, side: "before" | "after"): boolean {
  return side === "after" ? act === "edition.scheduled" : act === "edition.opened" || act === "edition.recalled";
}

type Words = (value: string, context: ValueContext) => string | undefined;

const moment: Words = (value, { timeZone }) =>
  ISO_INSTANT.test(value) ? secondIn(timeZone, new Date(value)) : undefined;
const ISO_INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const language: Words = (value, { locale }) => {
  const known = LOCALES.find((one) => one === value);
  return known && translator(locale, "export")(`language.${known}`);
};

const reason: Words = (value, { locale }) => {
  const known = findStatusReason(value);
  if (known) return translator(locale, "export")(`reason.${known}`);
  const refused = SIGN_ON_REFUSALS.find((one) => one === value);
  return refused && translator(locale, "audit")(`signOn.${refused}`);
};

const WORDS: Readonly<Record<string, Words>> = {
  opensAt: moment,
  closesAt: moment,
  language,
  reason,
  proposed: reason,
  group: (value, { locale }) => groupWords(value, locale),
  status: (value, { locale }) => {
    const known = RESPONSE_STATUSES.find((one) => one === value);
    return known && translator(locale, "export")(`status.${known}`);
  },
  state: (value, { locale, isScheduled }) => {
    const known = EDITION_STATES.find((one) => one === value);
    const shown = known === "open" && isScheduled ? "not-yet-open" : known;
    return shown && translator(locale, "department")(`state.${shown}`);
  },
  role: (value, { locale }) => {
    const known = ROLES.find((one) => one === value);
    return known && translator(locale, "department")(`role.${known}`);
  },
  kind: (value, { locale }) => {
    const known = CHANNEL_KINDS.find((one) => one === value);
    return known && translator(locale, "channels")(`kind.${known}`);
  },
  by: (value, { locale }) => {
    const t = translator(locale, "audit");
    const known = `by.${value.replace(" ", "-")}` as "by.code";
    return t.has(known) ? t(known) : undefined;
  },
  act: (value, { locale }) => {
    const t = translator(locale, "audit");
    const known = `acts.${value}` as "acts.edition.opened";
    return t.has(known) ? t(known) : undefined;
  },
  breakdown: (value, { locale }) => {
    const known = findDimension(value);
    return known ? translator(locale, "crosstab")(`by.${known}`) : undefined;
  },
  content: (value, { locale }) => (value === "arrivals" ? translator(locale, "results")("arrivals.title") : undefined),
  lineage: (value, { locale }) => {
    const known = Lineage.safeParse(value).data;
    return known && translator(locale, "instrument")(`lineages.${known}`);
  },
  amendment: (value, { locale }) => {
    const known = Amendment.safeParse(value).data;
    return known && translator(locale, "instrument")(`amendment.${known}`);
  },
  asks: (value, { locale }) => {
    const known = OptionalQuestion.safeParse(value).data;
    return known && OPTIONAL_QUESTION_TEXTS[known][locale];
  },
};
