import { randomUUID } from "node:crypto";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";
import { MOST_TOPICS, TOPICS } from "@/lib/survey/topic";
import { HARD_TEXTS } from "./hard-texts";

/** What one reader answered: scores and texts by item key, blanks left out. */
export interface SentAnswers {
  readonly locale: "zh-CN" | "en";
  readonly channel: string | null;
  readonly ratings: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly stakeholderGroup: string | null;
  /** In the order of the list. */
  readonly topics: readonly string[];
  readonly quote: "yes" | "no" | null;
  readonly contact: string | null;
}

const RATINGS = ["impact", "responsiveness", "disclosure_quality", "readability", "overall"];
const TEXTS = ["advice", "valuable_information", "missing_information"];
const CHANNELS = [null, "pdf", "wechat", "email"];

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Valid answers of random content: any item may be blank, one never is; texts are built of the hard ones. */
export function randomAnswers(random: () => number): SentAnswers {
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const text = () =>
    [...Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(HARD_TEXTS)).join(pick(["", "\n", "，", '"']))]
      .slice(0, 2000)
      .join("");
  const some = <T>(keys: string[], share: number, make: () => T) =>
    Object.fromEntries(keys.filter(() => random() < share).map((key) => [key, make()]));
  const ratings = some(RATINGS, 0.8, () => 1 + Math.floor(random() * 5));
  const texts = some(TEXTS, 0.4, text);
  const isEmpty = Object.keys(ratings).length + Object.keys(texts).length === 0;
  return {
    locale: random() < 0.8 ? "zh-CN" : "en",
    channel: pick(CHANNELS),
    ratings: isEmpty ? { overall: 4 } : ratings,
    texts,
    stakeholderGroup: pick([null, ...STAKEHOLDER_GROUPS]),
    topics: random() < 0.4 ? [] : someTopics(random),
    quote: pick([null, "yes", "no"]),
    contact: random() < 0.8 ? null : `绝密联系${Math.floor(random() * 1e9)}@example.cn`,
  };
}

/** One to five topics. */
function someTopics(random: () => number): string[] {
  const most = 1 + Math.floor(random() * MOST_TOPICS);
  const chosen = new Set(Array.from({ length: most }, () => Math.floor(random() * TOPICS.length)));
  return TOPICS.filter((_, place) => chosen.has(place)).map(({ slug }) => slug);
}

/** The request that sends the answers: as a browser's form (line breaks as CRLF) or as JSON. */
export function requestOf(answers: SentAnswers, as: "form" | "json"): RequestInit {
  const { locale, channel, ratings, texts, stakeholderGroup, topics, quote, contact } = answers;
  const fields = {
    idempotency_key: randomUUID(),
    locale,
    ...(channel ? { channel } : {}),
    ...ratings,
    ...texts,
    ...(stakeholderGroup ? { stakeholder_group: stakeholderGroup } : {}),
    ...(topics.length > 0 ? { topics } : {}),
    ...(quote ? { quote } : {}),
    ...(contact ? { contact, contact_consent: "yes" } : {}),
  };
  if (as === "json") {
    return { method: "POST", body: JSON.stringify(fields), headers: { "content-type": "application/json" } };
  }
  const form = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one).replaceAll("\n", "\r\n")]),
  );
  return { method: "POST", body: new URLSearchParams(form) };
}
