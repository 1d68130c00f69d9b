import type { Edition } from "@/db/editions";
import type { ReceiptResponse } from "@/db/responses";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { itemsOf } from "@/lib/survey/instrument";
import { OPTIONAL_QUESTION_TEXTS, type OptionalQuestion, askedIn } from "@/lib/survey/optional-question";
import { STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { findTopicName } from "@/lib/survey/topic";
import type { Answer } from "./answers";

/** A reader's answers to the optional questions that were asked, numbered on from the items, in words. */
export function optionalAnswersOf({ instrument, asks }: Edition, response: ReceiptResponse, locale: Locale): Answer[] {
  const first = itemsOf(instrument).length + 1;
  return askedIn(asks).map((question, place) => ({
    number: first + place,
    question: OPTIONAL_QUESTION_TEXTS[question][locale],
    answer: WORDS[question](response, locale),
  }));
}

/** The same as the form's fields, for correcting them; topics joined by commas. */
export function optionalFieldsWith(response: ReceiptResponse): Record<string, string> {
  const { stakeholderGroup, topics, quoteConsent, contact } = response;
  return {
    ...(stakeholderGroup ? { stakeholder_group: stakeholderGroup } : {}),
    ...(topics.length > 0 ? { topics: topics.join(",") } : {}),
    ...(quoteConsent === null ? {} : { quote: quoteConsent ? "yes" : "no" }),
    ...(contact === null ? {} : { contact, contact_consent: "yes" }),
  };
}

const WORDS: Readonly<Record<OptionalQuestion, (response: ReceiptResponse, locale: Locale) => string | null>> = {
  stakeholder_group: ({ stakeholderGroup: group }, locale) => group && STAKEHOLDER_GROUP_NAMES[group][locale],
  topics: ({ topics }, locale) => topics.map((slug) => findTopicName(slug)?.[locale] ?? slug).join("\n") || null,
  quote: ({ quoteConsent }, locale) =>
    quoteConsent === null ? null : translator(locale, "reader")(quoteConsent ? "optional.yes" : "optional.no"),
  contact: ({ contact }, locale) => contact && translator(locale, "reader")("receipt.contactKept", { contact }),
};
