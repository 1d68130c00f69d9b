import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { itemsOf } from "@/lib/survey/instrument";
import {
  LONGEST_CONTACT,
  OPTIONAL_QUESTION_TEXTS,
  type OptionalQuestion,
  askedIn,
  optionalFieldsOf,
} from "@/lib/survey/optional-question";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { MOST_TOPICS, PILLARS, PILLAR_NAMES, TOPICS } from "@/lib/survey/topic";

/** An answer to choose: what is sent, and what it is called. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** An optional question as the browser needs it; `fields` are those it sends. */
export type OptionalItem = { key: OptionalQuestion; number: number; text: string; fields: readonly string[] } & (
  | { kind: "choice"; options: readonly Option[] }
  | { kind: "topics"; most: number; pillars: readonly { name: string; options: readonly Option[] }[] }
  | { kind: "contact"; maxLength: number }
);

/** The part of the form after the instrument's items, in one language. */
export interface OptionalContent {
  readonly title: string;
  readonly hint: string;
  readonly items: readonly OptionalItem[];
}

/** The optional questions that an edition asks, numbered on from its items; null where it asks none. */
export function optionalContent({ instrument, asks }: Edition, locale: Locale): OptionalContent | null {
  if (asks.length === 0) return null;
  const t = translator(locale, "reader");
  const first = itemsOf(instrument).length + 1;
  const items = askedIn(asks).map((key, place): OptionalItem => {
    const asked = {
      number: first + place,
      text: OPTIONAL_QUESTION_TEXTS[key][locale],
      fields: optionalFieldsOf([key]),
    };
    switch (key) {
      case "stakeholder_group": {
        const options = STAKEHOLDER_GROUPS.map((value) => ({ value, label: STAKEHOLDER_GROUP_NAMES[value][locale] }));
        return { key, ...asked, kind: "choice", options };
      }
      case "topics":
        return { key, ...asked, kind: "topics", most: MOST_TOPICS, pillars: pillarsIn(locale) };
      case "quote": {
        const options = (["yes", "no"] as const).map((value) => ({ value, label: t(`optional.${value}`) }));
        return { key, ...asked, kind: "choice", options };
      }
      case "contact":
        return { key, ...asked, kind: "contact", maxLength: LONGEST_CONTACT };
    }
  });
  return { title: t("optional.title"), hint: t("optional.hint"), items };
}

/** The words of these questions; those with braces are filled in by the browser. */
export function optionalWords(locale: Locale) {
  const t = translator(locale, "reader");
  return {
    chooseTopics: t("optional.chooseTopics"),
    chosen: t.raw("optional.chosen"),
    tooManyChosen: t.raw("optional.tooMany"),
    tooManyTopics: t.raw("errors.tooManyTopics"),
    leaveContact: t("optional.leaveContact"),
    close: t("optional.close"),
    contactHint: t("optional.contactHint"),
    consent: t("optional.consent"),
    consentMissing: t("errors.consentMissing"),
    onlyOptional: t("errors.onlyOptional"),
  };
}

function pillarsIn(locale: Locale) {
  return PILLARS.map((pillar) => ({
    name: PILLAR_NAMES[pillar][locale],
    options: TOPICS.filter((topic) => topic.pillar === pillar).map(({ slug, name }) => ({
      value: slug,
      label: name[locale],
    })),
  }));
}
