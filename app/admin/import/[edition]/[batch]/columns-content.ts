import { entryChannels } from "@/app/admin/entry/entry-content";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import { ROW_FIELDS, importColumns } from "@/lib/import/columns";
import { columnLetter } from "@/lib/import/column-letter";
import { type ImportMapping, suggestedColumns } from "@/lib/import/mapping";
import { rewordedColumns } from "@/lib/import/reworded-columns";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** A header is often a whole question, and a select as long as it is wide. */
const LONGEST_NAME = 40;

/** Everything the form shows in which a file's columns are matched, in one language. */
export function columnsContent(edition: Edition, batch: ImportBatch, locale: Locale) {
  const t = translator(locale, "import");
  const file = translator(locale, "export");
  const header = batch.columns.map(({ name }) => name);
  const chosen = batch.mapping?.columns ?? suggestedColumns(edition, header);
  const fields = importColumns(edition, locale).map(({ field, title }) => ({ field, title }));
  const isAbout = ({ field }: { field: string }) => (ROW_FIELDS as readonly string[]).includes(field);
  const { channel, receivedOn, locale: formLocale } = batch.mapping?.fixed ?? NOTHING_FIXED;
  return {
    hidden: { edition: edition.slug, batch: batch.id, revision: String(batch.revision) },
    chosen,
    cautions: cautionsOf(edition, batch, chosen, locale),
    groups: [
      { title: t("columns.answers"), fields: fields.filter((field) => !isAbout(field)) },
      { title: t("columns.about"), fields: fields.filter(isAbout) },
    ],
    columns: batch.columns.map(({ place, name }, at) => ({
      value: String(at),
      label: name === "" ? t("columns.optionNoName", { letter: columnLetter(place) }) : optionText(place, name, locale),
    })),
    fixed: { channel: channel ?? "", received_on: receivedOn ?? "", locale: formLocale },
    channels: entryChannels(edition.channels).map(({ code, name }) => ({ value: code, label: name[locale] })),
    languages: LOCALES.map((value) => ({ value, label: file(`language.${value}`) })),
    words: {
      title: t("columns.title"),
      say: t("columns.say"),
      none: t("columns.none"),
      fixed: t("columns.fixed"),
      fixedSay: t("columns.fixedSay"),
      channel: t("columns.channel"),
      channelNone: t("columns.channelNone"),
      receivedOn: t("columns.receivedOn"),
      locale: t("columns.locale"),
      submit: t("columns.submit"),
      prefix: translator(locale, "department")("form.prefix"),
    },
  };
}

export type ColumnsContent = ReturnType<typeof columnsContent>;

const NOTHING_FIXED = { channel: null, receivedOn: null, locale: "zh-CN" } as const;

function cautionsOf(
  edition: Edition,
  { columns }: ImportBatch,
  chosen: ImportMapping["columns"],
  locale: Locale,
): Readonly<Record<string, string>> {
  const names = columns.map(({ name }) => name);
  const cautions = rewordedColumns(edition, names, chosen).map(({ at, item, wording }) => {
    const letter = columnLetter(columns[at]?.place ?? at);
    return [item.key, translator(locale, "import")("columns.reworded", { letter, wording })] as const;
  });
  return Object.fromEntries(cautions);
}

function optionText(place: number, name: string, locale: Locale): string {
  const short = [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME).join("")}…` : name;
  return translator(locale, "import")("columns.option", { letter: columnLetter(place), name: short });
}
