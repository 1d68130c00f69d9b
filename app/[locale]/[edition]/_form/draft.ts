import { TRAP_FIELD } from "@/lib/survey/suspicion";
import { namesIn, readItem, removeItem, writeItem } from "./browser-storage";
import type { TypedAnswer } from "./typed-answers";

/** What a reader typed and has not sent: kept in this browser alone, with the key that it will be sent with. */
export interface Draft {
  readonly savedAt: number;
  readonly idempotencyKey: string;
  readonly answers: readonly TypedAnswer[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS = 7 * DAY_MS;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * Not kept: a telephone number beside an opinion tells the next person at this device who wrote it, and is typed again
 * in seconds. What got into the field for programs should not come again either.
 */
const NEVER_KEPT = ["contact", "contact_consent", TRAP_FIELD];

/** One for each edition, whatever the language. */
const PREFIX = "report-feedback:draft:";
const nameOf = (edition: string) => PREFIX + edition;

/** Deletes this browser's drafts of every edition that are too old. */
export function sweepDrafts(now: number): void {
  const kept = namesIn("localStorage").filter((name) => name.startsWith(PREFIX));
  // Reading a draft deletes it where it is too old.
  for (const name of kept) readDraft(name.slice(PREFIX.length), now);
}

/** The draft of an edition, or null. One that is seven days old, or that cannot be read, is deleted. */
export function readDraft(edition: string, now: number): Draft | null {
  const stored = readItem("localStorage", nameOf(edition));
  if (stored === null) return null;
  const draft = parseDraft(stored);
  // A day ahead is a clock that was set back; more is not ours.
  if (draft && now - draft.savedAt < LIFETIME_MS && draft.savedAt - now < DAY_MS) return draft;
  deleteDraft(edition);
  return null;
}

/** Keeps a draft, in the place of the one before; with nothing in it there is none. Says whether one is kept now. */
export function writeDraft(edition: string, draft: Draft): boolean {
  const answers = draft.answers.filter(([field]) => !NEVER_KEPT.includes(field));
  if (answers.length > 0) return writeItem("localStorage", nameOf(edition), JSON.stringify({ ...draft, answers }));
  deleteDraft(edition);
  return false;
}

/** Deletes the draft of an edition; only the one with `key` where one is named, since another tab may keep its own. */
export function deleteDraft(edition: string, key?: string): void {
  const isOther = key !== undefined && readItem("localStorage", nameOf(edition))?.includes(key) === false;
  if (!isOther) removeItem("localStorage", nameOf(edition));
}

function parseDraft(stored: string): Draft | null {
  try {
    const { savedAt, idempotencyKey, answers } = JSON.parse(stored) as Partial<Draft>;
    if (typeof savedAt !== "number" || !KEY.test(String(idempotencyKey)) || !Array.isArray(answers)) return null;
    return { savedAt, idempotencyKey: String(idempotencyKey), answers: answers.filter(isAnswer) };
  } catch {
    return null;
  }
}

function isAnswer(answer: unknown): answer is TypedAnswer {
  return Array.isArray(answer) && answer.length === 2 && answer.every((part) => typeof part === "string");
}
