import type { ResponseView } from "@/db/response-view";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { itemsOf, ratingItemsOf, scoreLabel } from "@/lib/survey/instrument";
import { OPTIONAL_QUESTION_TEXTS, type OptionalQuestion, askedIn } from "@/lib/survey/optional-question";
import { STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { findTopicName } from "@/lib/survey/topic";

/** A question in a language with its answer; null is 未作答. A text stands in the reader's own words. */
export interface AnswerInWords {
  readonly number: number;
  readonly question: string;
  readonly answer: string | null;
  readonly isText: boolean;
}

/** Every question of the form that was answered, in its order, but for the contact, which is shown apart. */
export function answersInWords(response: ResponseView, locale: Locale): AnswerInWords[] {
  const { instrument, ratings, verbatims } = response;
  const places = new Map(ratingItemsOf(instrument).map(({ key }, place) => [key, place]));
  const items = itemsOf(instrument).map(({ kind, key, text }) => {
    const score = ratings[places.get(key) ?? -1] ?? null;
    const choice = score === null ? null : scoreLabel(instrument, score, locale);
    const isText = kind === "open";
    return { question: text[locale], answer: isText ? (verbatims[key] ?? null) : choice, isText };
  });
  const optional = askedIn(response.asks)
    .filter((question) => question !== "contact")
    .map((question) => ({
      question: OPTIONAL_QUESTION_TEXTS[question][locale],
      answer: WORDS[question](response, locale),
      isText: false,
    }));
  return [...items, ...optional].map((answer, place) => ({ number: place + 1, ...answer }));
}

type Words = (response: ResponseView, locale: Locale) => string | null;

const WORDS: Readonly<Record<Exclude<OptionalQuestion, "contact">, Words>> = {
  stakeholder_group: ({ stakeholderGroup }, locale) =>
    stakeholderGroup && STAKEHOLDER_GROUP_NAMES[stakeholderGroup][locale],
  topics: ({ topics }, locale) => topics.map((slug) => findTopicName(slug)?.[locale] ?? slug).join("\n") || null,
  quote: ({ quoteConsent }, locale) =>
    quoteConsent === null ? null : translator(locale, "responses")(quoteConsent ? "one.yes" : "one.no"),
};
