import { type Crosstab, type CrosstabRow, DIMENSIONS, type Dimension } from "./analysis/crosstab";
import type { Part } from "./analysis/results-filter";
import type { Locale } from "./locale";
import { translator } from "./messages/translator";
import type { Channel } from "./survey/channel";
import { NONE } from "./survey/response-filter";
import { STAKEHOLDER_GROUP_NAMES, StakeholderGroup } from "./survey/stakeholder-group";

type Channels = readonly Pick<Channel, "code" | "name">[];

/** What a value of a dimension is called, null being none; a channel that is not among these by its code. */
export function valueWords(by: Dimension, value: string | null, channels: Channels, locale: Locale): string {
  const t = translator(locale, "crosstab");
  if (value === null) return t(`without.${by}`);
  if (by === "channel") return channels.find(({ code }) => code === value)?.name[locale] ?? value;
  if (by === "language") return t(value === "en" ? "language.en" : "language.zh-CN");
  const group = StakeholderGroup.safeParse(value).data;
  return group ? STAKEHOLDER_GROUP_NAMES[group][locale] : value;
}

/** The rows of a breakdown with their names, and the rest at the end where there is one. */
export function crosstabRows({ by, rows, rest }: Crosstab, channels: Channels, locale: Locale) {
  const named = rows.map((row) => ({
    name: valueWords(by, row.value, channels, locale),
    row: row as Omit<CrosstabRow, "value">,
    isRest: false,
  }));
  const name = translator(locale, "crosstab")(`rest.${by}`);
  return rest ? [...named, { name, row: rest, isRest: true }] : named;
}

/** What a part of the answers is, such as 利益相关方类别：员工；语言：英文; empty for everybody. */
export function partWords(part: Part, channels: Channels, locale: Locale): string {
  const t = translator(locale, "part");
  const limits = DIMENSIONS.flatMap((by) => {
    const value = part[by];
    if (value === null) return [];
    const words = valueWords(by, value === NONE ? null : value, channels, locale);
    return [t("limit", { dimension: translator(locale, "crosstab")(`head.${by}`), value: words })];
  });
  return limits.join(t("and"));
}
