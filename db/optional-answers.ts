import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { OptionalAnswers } from "@/lib/survey/optional-answers";
import { TOPICS, type Topic } from "@/lib/survey/topic";
import type { Transaction } from "./client";
import { contact, topicChoice } from "./schema/survey";

/** Keeps a response's topics and contact, within the transaction that keeps the response; `day` is that of the consent. */
async function insertOptionalAnswers(
  tx: Transaction,
  responseId: string,
  day: string,
  answers: Pick<OptionalAnswers, "topics" | "contact">,
): Promise<void> {
  if (answers.topics.length > 0) {
    await tx.insert(topicChoice).values(answers.topics.map((topic) => ({ responseId, topic })));
  }
  if (answers.contact !== null) {
    await tx.insert(contact).values({ id: randomUUID(), responseId, value: answers.contact, consentedOn: day });
  }
}

/**
 * Puts a response's topics and contact in the place of those it had. A contact that is still the same keeps the day on
 * which its use was agreed to.
 */
export async function replaceOptionalAnswers(
  tx: Transaction,
  responseId: string,
  day: string,
  answers: Pick<OptionalAnswers, "topics" | "contact">,
): Promise<void> {
  const [before] = await tx
    .delete(contact)
    .where(eq(contact.responseId, responseId))
    .returning({ value: contact.value, consentedOn: contact.consentedOn });
  await tx.delete(topicChoice).where(eq(topicChoice.responseId, responseId));
  const consentedOn = before?.value === answers.contact ? before.consentedOn : day;
  await insertOptionalAnswers(tx, responseId, consentedOn, answers);
}

/** Stored topics in the order of the list, which is not an order of preference. */
export function inListOrder(topics: readonly Topic[]): Topic[] {
  const rank = new Map(TOPICS.map(({ slug }, place) => [slug, place]));
  return topics.toSorted((a, b) => (rank.get(a) ?? TOPICS.length) - (rank.get(b) ?? TOPICS.length));
}

/**
 * Whether two times the same was answered to the optional questions. A contact that is not sent again is no change: a
 * draft does not hold it, and there is another way to take it back.
 */
export function sameOptionalAnswers(stored: OptionalAnswers, sent: OptionalAnswers): boolean {
  return (
    stored.stakeholderGroup === sent.stakeholderGroup &&
    stored.quoteConsent === sent.quoteConsent &&
    (sent.contact === null || stored.contact === sent.contact) &&
    stored.topics.join() === sent.topics.join()
  );
}
