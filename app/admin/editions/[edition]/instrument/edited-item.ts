import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Item, itemsOf } from "@/lib/survey/instrument";
import { canRetire } from "@/lib/survey/instrument-edits";
import { suggestedLineage, trendOf } from "@/lib/survey/lineage";

/** One of several, of which one is chosen: its field, and what each value is called. */
export interface Choices {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** An item as the editor shows it. */
export interface EditedItem {
  readonly key: string;
  readonly legend: string;
  /** What a button's word is said of, for those who hear it alone. */
  readonly name: string;
  readonly keyLabel: string;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly hintLabels: Readonly<Record<Locale, string>>;
  /** Whether its figures may be compared with last year's, in words; null for an edition without a year before. */
  readonly trend: { readonly words: string; readonly isBroken: boolean } | null;
  readonly choices: readonly Choices[];
  /** The acts that can be done to it. */
  readonly acts: readonly ("up" | "down" | "retire")[];
}

/** An item of a draft, with what can be done to it and how it stands to the year before. */
export function editedItem(desk: InstrumentDesk, slug: string, item: Item, locale: Locale): EditedItem {
  const t = translator(locale, "instrument");
  const number = itemsOf(desk.draft.document).findIndex(({ key }) => key === item.key) + 1;
  const wording = (language: Locale) => t("item.wording", { language: t(`language.${language}`) });
  const hint = (language: Locale) => t("item.hint", { language: t(`language.${language}`) });
  return {
    key: item.key,
    name: t("item.of", { n: number }),
    legend: t("item.legend", { n: number, kind: t(`item.kind.${item.kind}`) }),
    keyLabel: t("item.key", { key: item.key }),
    labels: { "zh-CN": wording("zh-CN"), en: wording("en") },
    hintLabels: { "zh-CN": hint("zh-CN"), en: hint("en") },
    trend: trendWords(desk, slug, item, locale),
    choices: [lineageChoices(desk, slug, item, locale), amendmentChoices(desk, item, locale)].filter(
      (choices) => choices !== null,
    ),
    acts: actsOf(desk, item),
  };
}

function trendWords({ draft, last }: InstrumentDesk, slug: string, item: Item, locale: Locale): EditedItem["trend"] {
  const t = translator(locale, "instrument");
  if (item.amendment === "rewording") return { words: t("trend.mixed"), isBroken: true };
  if (!last) return null;
  const trend = trendOf(item, { slug, instrument: draft.document }, last);
  return { words: t(`trend.${trend}`, { last: last.slug }), isBroken: trend === "broken" };
}

function lineageChoices({ draft, last }: InstrumentDesk, slug: string, item: Item, locale: Locale): Choices | null {
  const t = translator(locale, "instrument");
  const suggested = suggestedLineage(item, { slug, instrument: draft.document }, last);
  if (!last || suggested === "new") return null;
  return {
    name: `item.${item.key}.lineage`,
    legend: t("lineage.legend", { last: last.slug }),
    options: [
      { value: "", label: t("lineage.suggested", { lineage: t(`lineage.${suggested}`) }) },
      { value: "same", label: t("lineage.same") },
      { value: "reworded", label: t("lineage.reworded") },
    ],
  };
}

function amendmentChoices({ published, standing }: InstrumentDesk, item: Item, locale: Locale): Choices | null {
  const before = itemsOf(published.document).find(({ key }) => key === item.key);
  if (!standing.isUnderWay || !before || before.amendment === "rewording") return null;
  const t = translator(locale, "instrument");
  return {
    name: `item.${item.key}.amendment`,
    legend: t("amendment.legend"),
    options: [
      { value: "", label: t("amendment.none") },
      { value: "correction", label: t("amendment.correction") },
      { value: "rewording", label: t("amendment.rewording") },
    ],
  };
}

function actsOf({ draft: { document }, standing }: InstrumentDesk, { key, kind }: Item): EditedItem["acts"] {
  if (standing.isUnderWay && kind === "rating") return [];
  const beside = document.sections.find(({ items }) => items.some((item) => item.key === key))?.items ?? [];
  const place = beside.findIndex((item) => item.key === key);
  // Past a rating that must stay where it is there is nowhere to go either.
  const isFree = (other: Item | undefined) => other !== undefined && !(standing.isUnderWay && other.kind === "rating");
  return [
    ...(isFree(beside[place - 1]) ? (["up"] as const) : []),
    ...(isFree(beside[place + 1]) ? (["down"] as const) : []),
    ...(canRetire(document, key) ? (["retire"] as const) : []),
  ];
}
