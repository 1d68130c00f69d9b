import { writeXlsx } from "hucre/xlsx";
import { HEADER_SEPARATOR } from "../export/response-table";
import { LOCALES, type Locale } from "../locale";
import { translator } from "../messages/translator";
import { itemsOf } from "../survey/instrument";
import { LONGEST_CONTACT } from "../survey/optional-question";
import { STAKEHOLDER_GROUPS, STAKEHOLDER_GROUP_NAMES } from "../survey/stakeholder-group";
import { MOST_TOPICS, TOPICS } from "../survey/topic";
import { type ImportColumn, type ImportEdition, importColumns } from "./columns";

/** The first row of the template: a column's name for the program, then its title for people. */
export function templateHeader(edition: ImportEdition, locale: Locale): string[] {
  return importColumns(edition, locale).map(({ field, title }) => `${field}${HEADER_SEPARATOR}${title}`);
}

/** What may stand in each column of the template, in words. */
export function templateGuide(edition: ImportEdition, locale: Locale): { title: string; guide: string }[] {
  return importColumns(edition, locale).map((column) => ({
    title: column.title,
    guide: guideOf(column, edition, locale),
  }));
}

/** The template as a workbook: an empty sheet to fill in, and one that says what goes in. */
export async function templateXlsx(edition: ImportEdition, locale: Locale): Promise<Uint8Array> {
  const t = translator(locale, "import");
  const header = templateHeader(edition, locale);
  const guide = templateGuide(edition, locale).map(({ guide: text }, column) => [header[column] ?? "", text]);
  const style = { font: { bold: true }, alignment: { wrapText: true, vertical: "top" } } as const;
  return writeXlsx({
    sheets: [
      {
        name: t("template.sheet"),
        columns: header.map(() => ({ width: 22 })),
        rows: [header],
        cells: new Map(header.map((_, column) => [`0,${column}`, { style }])),
        freezePane: { rows: 1 },
      },
      {
        name: t("template.guideSheet"),
        columns: [40, 90].map((width) => ({ width, style: { alignment: style.alignment } })),
        rows: [[t("template.column"), t("template.guide")], ...guide],
        freezePane: { rows: 1 },
      },
    ],
  });
}

function guideOf({ kind, field }: ImportColumn, edition: ImportEdition, locale: Locale): string {
  const t = translator(locale, "import");
  const list = (names: readonly string[]) => names.join(t("listSeparator"));
  switch (kind) {
    case "rating":
      return t("guide.rating", { labels: list(edition.instrument.scale.map(({ label }) => label[locale])) });
    case "open": {
      const item = itemsOf(edition.instrument).find(({ key }) => key === field);
      return t("guide.open", { max: item?.kind === "open" ? item.maxLength : 0 });
    }
    case "channel": {
      const offered = edition.channels.filter(({ retired }) => !retired);
      return t("guide.channel", { names: list(offered.map(({ name }) => name[locale])) });
    }
    case "stakeholder_group":
      return t("guide.group", {
        names: list(STAKEHOLDER_GROUPS.map((group) => STAKEHOLDER_GROUP_NAMES[group][locale])),
      });
    case "topics":
      return t("guide.topics", { most: MOST_TOPICS, names: list(TOPICS.map(({ name }) => name[locale])) });
    case "locale":
      return t("guide.locale", {
        names: list(LOCALES.map((each) => translator(locale, "export")(`language.${each}`))),
      });
    case "contact":
      return t("guide.contact", { max: LONGEST_CONTACT });
    default:
      return t(`guide.${kind}`);
  }
}
