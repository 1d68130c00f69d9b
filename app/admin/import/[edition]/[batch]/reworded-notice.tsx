import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import { columnLetter } from "@/lib/import/column-letter";
import { rewordedColumns } from "@/lib/import/reworded-columns";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./check.module.css";

interface RewordedNoticeProps {
  readonly edition: Edition;
  readonly batch: ImportBatch;
  readonly locale: Locale;
}

/** Which columns answer a question that this round words otherwise; nothing where none does. */
export function RewordedNotice({ edition, batch, locale }: RewordedNoticeProps) {
  const t = translator(locale, "import");
  const names = batch.columns.map(({ name }) => name);
  const reworded = rewordedColumns(edition, names, batch.mapping?.columns ?? {});
  if (reworded.length === 0) return null;
  return (
    <div className={`notice notice-caution ${styles.verdict}`}>
      <p>{t("check.reworded", { n: reworded.length })}</p>
      <ul>
        {reworded.map(({ at, item, wording }) => (
          <li key={item.key}>
            {t("check.rewordedColumn", {
              letter: columnLetter(batch.columns[at]?.place ?? at),
              wording,
              text: item.text[locale],
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
