import { messageOf } from "@/app/[locale]/[edition]/responses/message";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import type { BadRow } from "@/db/import-check";
import type { CellError } from "@/lib/import/check-rows";
import { columnLetter } from "@/lib/import/column-letter";
import { importColumns } from "@/lib/import/columns";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** A bad cell in words: where it is, what stands there and what may. */
export interface ProblemWords {
  readonly row: number;
  /** As the spreadsheet calls it, with its title; the whole row where it is no one cell. */
  readonly column: string;
  readonly content: string;
  readonly wrong: string;
}

/** The bad cells of a row in words, in the order of the file. */
export function problemsOf(edition: Edition, batch: ImportBatch, row: BadRow, locale: Locale): ProblemWords[] {
  const t = translator(locale, "import");
  const titles = new Map(importColumns(edition, locale).map(({ field, title }) => [field, title]));
  return row.problems
    .toSorted((one, other) => (one.place ?? -1) - (other.place ?? -1))
    .map(({ place, field, error }) => {
      const letter = place === null ? "" : columnLetter(batch.columns[place]?.place ?? place);
      const title = titles.get(field) ?? t("check.wholeRow");
      return {
        row: row.number,
        column: letter === "" ? title : `${letter} ${title}`,
        content: place === null ? "" : (row.cells[place] ?? ""),
        wrong: wrongWords(edition, error, field, locale),
      };
    });
}

function wrongWords(edition: Edition, error: CellError, field: string, locale: Locale): string {
  const t = translator(locale, "import");
  const list = (names: readonly string[]) => names.join(t("listSeparator"));
  switch (error.code) {
    case "not-a-channel":
      return t("wrong.not-a-channel", { names: list(edition.channels.map(({ name }) => name[locale])) });
    case "not-a-rating":
      return t("wrong.not-a-rating", { labels: list(edition.instrument.scale.map(({ label }) => label[locale])) });
    case "not-a-day":
    case "in-future":
    case "before-report":
    case "not-a-language":
    case "empty":
    case "only-optional":
    case "consent-missing":
    case "bad-field":
      return t(`wrong.${error.code}`);
    default:
      return messageOf(translator(locale, "reader"), error, field, locale);
  }
}
