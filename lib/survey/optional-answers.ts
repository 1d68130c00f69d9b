import { type Result, fail, ok } from "../result";
import { type Fields, isAbsent, ownField } from "./field";
import { type Asks, LONGEST_CONTACT, type OptionalQuestion } from "./optional-question";
import { StakeholderGroup } from "./stakeholder-group";
import { countCharacters, isBlank, isStorable } from "./text";
import { MOST_TOPICS, TOPICS, Topic } from "./topic";

/** A reader's answers to the optional questions; null and [] where nothing was answered, or nothing asked. */
export interface OptionalAnswers {
  readonly stakeholderGroup: StakeholderGroup | null;
  /** At most five, in the order of the list. */
  readonly topics: readonly Topic[];
  readonly quoteConsent: boolean | null;
  /** Only ever with its consent. */
  readonly contact: string | null;
}

/** Why an answer to an optional question was refused. */
export type OptionalError =
  | { code: "not-a-group" | "not-topics" | "not-yes-or-no" | "not-one-line" | "consent-missing" | "bad-field" }
  | { code: "not-text" | "unreadable-text" }
  | { code: "too-many-topics"; chosen: number; max: number }
  | { code: "too-long"; excess: number; max: number };

/**
 * Reads the answers to the questions that are asked, out of a submission's fields. Tells `refuse` everything that is
 * wrong, by field; consent never gates the answer: without it there must only be no contact.
 */
export function readOptionalAnswers(
  asks: Asks,
  fields: Fields,
  refuse: (field: string, error: OptionalError) => void,
): OptionalAnswers {
  const given = <T>(question: OptionalQuestion, field: string, read: Reader<T>, missing: T): T => {
    if (!asks.includes(question)) return missing;
    const result = read(ownField(fields, field));
    if (result.ok) return result.value;
    refuse(field, result.error);
    return missing;
  };
  const answers: OptionalAnswers = {
    stakeholderGroup: given("stakeholder_group", "stakeholder_group", readGroup, null),
    topics: given("topics", "topics", readTopics, []),
    quoteConsent: given("quote", "quote", readYesOrNo, null),
    contact: given("contact", "contact", readContact, null),
  };
  const isConsented = given("contact", "contact_consent", readConsent, true);
  if (answers.contact !== null && !isConsented) refuse("contact_consent", { code: "consent-missing" });
  return answers;
}

/** Whether a reader answered an optional question. */
export function hasOptionalAnswer({ stakeholderGroup, topics, quoteConsent, contact }: OptionalAnswers): boolean {
  return stakeholderGroup !== null || topics.length > 0 || quoteConsent !== null || contact !== null;
}

type Reader<T> = (sent: unknown) => Result<T, OptionalError>;

function readGroup(sent: unknown): Result<StakeholderGroup | null, OptionalError> {
  if (isAbsent(sent)) return ok(null);
  const group = StakeholderGroup.safeParse(sent);
  return group.success ? ok(group.data) : fail({ code: "not-a-group" });
}

function readTopics(sent: unknown): Result<Topic[], OptionalError> {
  if (isAbsent(sent)) return ok([]);
  if (!Array.isArray(sent)) return fail({ code: "not-topics" });
  const chosen = new Set<unknown>(sent);
  if (chosen.size !== sent.length || sent.some((slug) => !Topic.safeParse(slug).success)) {
    return fail({ code: "not-topics" });
  }
  if (chosen.size > MOST_TOPICS) return fail({ code: "too-many-topics", chosen: chosen.size, max: MOST_TOPICS });
  return ok(TOPICS.map(({ slug }) => slug).filter((slug) => chosen.has(slug)));
}

function readYesOrNo(sent: unknown): Result<boolean | null, OptionalError> {
  if (isAbsent(sent)) return ok(null);
  return sent === "yes" || sent === "no" ? ok(sent === "yes") : fail({ code: "not-yes-or-no" });
}

function readConsent(sent: unknown): Result<boolean, OptionalError> {
  if (isAbsent(sent)) return ok(false);
  return sent === "yes" ? ok(true) : fail({ code: "bad-field" });
}

function readContact(sent: unknown): Result<string | null, OptionalError> {
  if (isAbsent(sent)) return ok(null);
  if (typeof sent !== "string") return fail({ code: "not-text" });
  if (!isStorable(sent)) return fail({ code: "unreadable-text" });
  if (isBlank(sent)) return ok(null);
  const contact = sent.trim();
  if (/[\n\v\f\r\u0085\u2028\u2029]/.test(contact)) return fail({ code: "not-one-line" });
  const excess = countCharacters(contact) - LONGEST_CONTACT;
  return excess > 0 ? fail({ code: "too-long", excess, max: LONGEST_CONTACT }) : ok(contact);
}
