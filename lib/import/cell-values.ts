import { LOCALES, type Locale } from "../locale";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "../survey/stakeholder-group";
import { TOPICS } from "../survey/topic";
import type { ImportColumn, ImportEdition } from "./columns";
import { type ImportMapping, wordOf } from "./mapping";

/** What a cell says, as a form would send it; what it does not know it hands on, for the parser to refuse. */
export function valueOf({ kind }: ImportColumn, cell: string, { words }: ImportMapping): unknown {
  if (kind === "open" || kind === "contact") return cell;
  const word = wordOf(cell);
  if (word === "") return null;
  switch (kind) {
    case "rating":
      return scoreOf(Object.hasOwn(words, word) ? words[word] : undefined);
    case "stakeholder_group":
      return STAKEHOLDER_GROUPS.find((group) => group === word || isName(STAKEHOLDER_GROUP_NAMES[group], word)) ?? word;
    case "topics":
      return word.split(TOPIC_SEPARATORS).flatMap((name) => topicOf(name.trim()) ?? []);
    default:
      return YES.includes(word.toLowerCase()) ? "yes" : NO.includes(word.toLowerCase()) ? no(kind) : word;
  }
}

/** 0 stands for no answer; a word to which nobody gave a score is no rating, not even a digit. */
const scoreOf = (score: number | undefined) => (score === 0 ? null : (score ?? "?"));
/** A consent that is not given is no field at all, as in a form. */
const no = (kind: ImportColumn["kind"]) => (kind === "consent" ? null : "no");

const YES = ["yes", "y", "是", "同意", "√"];
const NO = ["no", "n", "否", "不同意", "×"];
/** ┋ is what 问卷星 puts between several choices. */
const TOPIC_SEPARATORS = /[;；┋|、\n]+/;

function topicOf(name: string): string | null {
  if (name === "") return null;
  return TOPICS.find((topic) => topic.slug === name || isName(topic.name, name))?.slug ?? name;
}

/** The code of the channel that a word names by code or name, or null; a retired one still counts what came by it. */
export function channelOf({ channels }: Pick<ImportEdition, "channels">, word: string): string | null {
  return channels.find(({ code, name }) => code === word || isName(name, word))?.code ?? null;
}

/** The language that a word names, or null. */
export function languageOf(word: string): Locale | null {
  if (["中文", "chinese", "zh"].includes(word.toLowerCase())) return "zh-CN";
  return ["英文", "english"].includes(word.toLowerCase()) ? "en" : (LOCALES.find((locale) => locale === word) ?? null);
}

const isName = (name: Readonly<Record<Locale, string>>, word: string) =>
  LOCALES.some((locale) => wordOf(name[locale]) === word);
