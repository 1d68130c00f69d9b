import { FinePrint } from "@/app/_ui/desk/fine-print";
import { PageLinks } from "@/app/_ui/desk/page-links";
import { NoRows, Table } from "@/app/_ui/desk/table";
import { MOST_SEARCHED, type ResponseList } from "@/db/response-list";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Channel } from "@/lib/survey/channel";
import { type Instrument, scoreLabel } from "@/lib/survey/instrument";
import type { ResponseFilter } from "@/lib/survey/response-filter";
import { listAddress, listQuery } from "./requested-list";
import { ResponseRow } from "./response-row";
import styles from "./response-table.module.css";

/** Two screens of rows: the next page is one press away. */
export const A_PAGE = 50;

interface ResponseTableProps {
  readonly edition: string;
  readonly filter: ResponseFilter;
  readonly after: string | undefined;
  /** A page of it, and one more row where there is a next page. */
  readonly list: ResponseList;
  readonly channels: readonly Channel[];
  readonly instrument: Pick<Instrument, "scale">;
  readonly locale: Locale;
}

/** The answers that were asked for, a page at a time. */
export function ResponseTable({ edition, filter, after, list, channels, instrument, locale }: ResponseTableProps) {
  const t = translator(locale, "responses");
  const shown = list.rows.slice(0, A_PAGE);
  const next = list.rows.length > A_PAGE ? shown.at(-1)?.id : undefined;
  const isEmpty = Object.keys(list.all).length === 0;
  const [best, worst] = [scoreLabel(instrument, 5, locale), scoreLabel(instrument, 1, locale)];
  const columns = [t("list.response"), t("list.ratings"), t("list.text"), t("list.from"), t("list.status")];
  return (
    <>
      {list.isCapped && <p className={`notice ${styles.capped}`}>{t("list.searched", { most: MOST_SEARCHED })}</p>}
      {shown.length === 0 ? (
        <NoRows>{isEmpty ? t("list.empty") : t("list.none")}</NoRows>
      ) : (
        <Table caption={t("list.caption", { best, worst, n: A_PAGE })} columns={columns.map((head) => ({ head }))}>
          {shown.map((row) => (
            <ResponseRow
              key={row.id}
              row={row}
              search={filter.search}
              channels={channels}
              list={listQuery({ edition, filter, after })}
              locale={locale}
            />
          ))}
        </Table>
      )}
      <PageLinks
        next={next && listAddress({ edition, filter, after: next })}
        first={after && listAddress({ edition, filter })}
        words={{ next: t("list.next"), first: t("list.first") }}
      />
      <FinePrint>
        <p>{t("list.cost", { most: MOST_SEARCHED })}</p>
      </FinePrint>
    </>
  );
}
