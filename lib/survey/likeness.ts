import { createHash } from "node:crypto";
import type { ResponseContent } from "./response";
import { SENTENCE_LENGTH } from "./suspicion";
import { countCharacters } from "./text";

type Answers = Pick<ResponseContent, "ratings" | "verbatims">;

/**
 * What two answers share when they say the same: ratings and folded texts, whatever their key, language or channel.
 * Stands beside the answer in the database, and goes where its texts go.
 */
export function likenessOf({ ratings, verbatims }: Answers): string {
  const texts = Object.entries(verbatims)
    .map(([item, text]) => [item, folded(text)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const said = JSON.stringify([ratings, texts]);
  return createHash("sha256").update(said).digest("base64url").slice(0, 22);
}

/** Whether one of the texts is long enough that two readers will hardly write the same. */
export function hasSentence({ verbatims }: Pick<Answers, "verbatims">): boolean {
  return Object.values(verbatims).some((text) => countCharacters(folded(text)) >= SENTENCE_LENGTH);
}

/**
 * What two texts of an edition share when they hold the same words, in whatever item; null for what is shorter than a
 * sentence, which is common property. Stands beside the text in the database, and goes with it.
 */
export function sentenceOf(editionId: string, text: string): string | null {
  const said = folded(text);
  if (countCharacters(said) < SENTENCE_LENGTH) return null;
  return createHash("sha256").update(`${editionId}\n${said}`).digest("base64url").slice(0, 22);
}

/** A text without what a program varies for nothing: width, case, spaces and invisible signs. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "");
}
