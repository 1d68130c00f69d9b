import type { Locale } from "../locale";
import { translator } from "../messages/translator";
import {
  type Asks,
  OPTIONAL_QUESTIONS,
  OPTIONAL_QUESTION_TEXTS,
  type OptionalQuestion,
  askedIn,
} from "../survey/optional-question";
import { STAKEHOLDER_GROUP_NAMES } from "../survey/stakeholder-group";
import { TOPICS, type Topic } from "../survey/topic";
import type { Cell, ExportedResponse } from "./response-table";

/** The questions that are exported: contact never is. */
export type ExportedQuestion = Exclude<OptionalQuestion, "contact">;

/** What a column of an optional question holds: a code or its words, how many topics, one topic. */
export type OptionalColumn =
  | { kind: "code" | "label"; question: ExportedQuestion }
  | { kind: "count"; question: "topics" }
  | { kind: "topic"; question: "topics"; topic: (typeof TOPICS)[number] };

/** A column before it has its header. */
interface Draft {
  readonly name: string;
  readonly title: string;
  readonly of: OptionalColumn;
  readonly cell: (response: ExportedResponse) => Cell;
}

/**
 * The columns of the optional questions that an edition asks. Topics as statistics programs take a multiple response: a
 * 0/1 column each and their number, all empty where no topic was chosen, so that a column's mean is the share among
 * those who answered; and one column with their names, which an officer can read and filter.
 */
export function optionalColumns(asks: Asks, locale: Locale): Draft[] {
  return askedIn(asks).flatMap((question) => COLUMNS[question]?.(locale) ?? []);
}

/** Whether everything a response answers has a column: an answer to a question that is not asked would be left out. */
export function hasColumns(asks: Asks, response: ExportedResponse): boolean {
  return OPTIONAL_QUESTIONS.every(
    (question) => asks.includes(question) || question === "contact" || !IS_ANSWERED[question](response),
  );
}

const IS_ANSWERED: Readonly<Record<ExportedQuestion, (response: ExportedResponse) => boolean>> = {
  stakeholder_group: ({ stakeholderGroup }) => stakeholderGroup !== null,
  topics: ({ topics }) => topics.length > 0,
  quote: ({ quoteConsent }) => quoteConsent !== null,
};

const COLUMNS: Readonly<Partial<Record<OptionalQuestion, (locale: Locale) => Draft[]>>> = {
  stakeholder_group: (locale) =>
    coded("stakeholder_group", locale, ({ stakeholderGroup: group }) =>
      group === null ? null : { code: group, label: STAKEHOLDER_GROUP_NAMES[group][locale] },
    ),
  topics: topicColumns,
  quote: (locale) => {
    const t = translator(locale, "export");
    const yes = { code: "yes", label: t("quote.yes") };
    const no = { code: "no", label: t("quote.no") };
    return coded("quote", locale, ({ quoteConsent }) => (quoteConsent === null ? null : quoteConsent ? yes : no));
  },
};

function coded(
  question: ExportedQuestion,
  locale: Locale,
  answer: (response: ExportedResponse) => { code: string; label: string } | null,
): Draft[] {
  const t = translator(locale, "export");
  const title = OPTIONAL_QUESTION_TEXTS[question][locale];
  const noAnswer = t("noAnswer");
  return [
    { name: question, title, of: { kind: "code", question }, cell: (response) => answer(response)?.code ?? null },
    {
      name: `${question}.label`,
      title: t("label", { title }),
      of: { kind: "label", question },
      cell: (response) => answer(response)?.label ?? noAnswer,
    },
  ];
}

function topicColumns(locale: Locale): Draft[] {
  const t = translator(locale, "export");
  const [question, title] = ["topics", OPTIONAL_QUESTION_TEXTS.topics[locale]] as const;
  const [noAnswer, separator] = [t("noAnswer"), t("topics.separator")];
  const namesOf = (topics: readonly Topic[]) =>
    TOPICS.filter(({ slug }) => topics.includes(slug)).map(({ name }) => name[locale]);
  return [
    {
      name: "topics.count",
      title: t("topics.count", { title }),
      of: { kind: "count", question },
      cell: ({ topics }) => topics.length || null,
    },
    {
      name: "topics.label",
      title: t("label", { title }),
      of: { kind: "label", question },
      cell: ({ topics }) => namesOf(topics).join(separator) || noAnswer,
    },
    ...TOPICS.map((topic) => ({
      name: `topics.${topic.slug}`,
      title: t("topics.topic", { name: topic.name[locale] }),
      of: { kind: "topic", question, topic } as const,
      cell: ({ topics }: ExportedResponse) => (topics.length === 0 ? null : Number(topics.includes(topic.slug))),
    })),
  ];
}
