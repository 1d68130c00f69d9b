import { FilterSelect } from "@/app/_ui/desk/filter-controls";
import type { Edition } from "@/db/editions";
import { DIMENSIONS, type Dimension } from "@/lib/analysis/crosstab";
import type { Part } from "@/lib/analysis/results-filter";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { valueWords } from "@/lib/part-words";
import { NONE } from "@/lib/survey/response-filter";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";

interface PartSelectsProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly filter: Part;
  readonly locale: Locale;
}

/** The choices of a round, and of a part of its answers by every dimension. */
export function PartSelects({ edition, editions, filter, locale }: PartSelectsProps) {
  const t = translator(locale, "part");
  const word = translator(locale, "department");
  const rounds = editions.map(({ slug }) => [slug, word("round", { slug })] as const);
  return (
    <>
      {rounds.length > 1 ? (
        <FilterSelect name="edition" label={t("edition")} value={edition.slug} options={rounds} />
      ) : (
        <input type="hidden" name="edition" value={edition.slug} />
      )}
      {DIMENSIONS.map((dimension) => (
        <FilterSelect
          key={dimension}
          name={dimension}
          label={translator(locale, "crosstab")(`head.${dimension}`)}
          value={filter[dimension]}
          options={[["", t("all")], ...optionsOf(dimension, edition, filter[dimension], locale)]}
        />
      ))}
    </>
  );
}

/** What a dimension can be narrowed to, what it is narrowed to always among it. */
function optionsOf(by: Dimension, { channels }: Edition, chosen: string | null, locale: Locale) {
  const values = { group: STAKEHOLDER_GROUPS, channel: channels.map(({ code }) => code), language: LOCALES }[by];
  const offered: readonly string[] = by === "language" ? values : [...values, NONE];
  const all = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  return all.map((value) => [value, valueWords(by, value === NONE ? null : value, channels, locale)] as const);
}
