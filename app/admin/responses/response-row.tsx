import { dayText } from "@/app/_ui/desk/dates";
import { SecondLine } from "@/app/_ui/desk/table";
import type { ListedResponse } from "@/db/response-list";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Channel } from "@/lib/survey/channel";
import { excerptOf } from "@/lib/survey/excerpt";
import { STAKEHOLDER_GROUP_NAMES } from "@/lib/survey/stakeholder-group";
import { channelWords } from "./channel-words";
import { FlagWords } from "./flag-words";
import { numberOf } from "./response-number";
import styles from "./response-table.module.css";
import { StatusWords } from "./status-words";

interface ResponseRowProps {
  readonly row: ListedResponse;
  readonly search: string | null;
  readonly channels: readonly Channel[];
  /** The query of the list, for the way back. */
  readonly list: string;
  readonly locale: Locale;
}

/** An answer in a line; of a withdrawn one only that it was withdrawn. */
export function ResponseRow({ row, search, channels, list, locale }: ResponseRowProps) {
  const t = translator(locale, "responses");
  const spoken = row.ratings.map((rating) => rating ?? t("list.missing")).join(", ");
  const isWithdrawn = row.status === "withdrawn";
  return (
    <tr>
      <th scope="row">
        {/* Not a Link: that would fetch the page ahead, and every look at an answer is noted. */}
        <a href={`/admin/responses/${row.id}?${new URLSearchParams({ list })}`}>
          <time dateTime={row.receivedOn}>{dayText(locale, row.receivedOn)}</time>
          <span className={styles.number}>{numberOf(row.id)}</span>
        </a>
      </th>
      <td className={`num ${styles.ratings}`}>
        {!isWithdrawn && (
          <>
            <span aria-hidden="true">{row.ratings.map((rating) => rating ?? "–").join("")}</span>
            <span className="vh">{t("list.ratingsSpoken", { ratings: spoken })}</span>
          </>
        )}
      </td>
      <td className={styles.text}>{isWithdrawn ? t("list.withdrawn") : <Words {...{ row, search, locale }} />}</td>
      <td className={styles.from}>
        {row.channel && channelWords(channels, row.channel, locale)}
        {row.stakeholderGroup && <SecondLine>{STAKEHOLDER_GROUP_NAMES[row.stakeholderGroup][locale]}</SecondLine>}
      </td>
      <td className={styles.status}>
        <StatusWords status={row.status} reason={row.statusReason} proposed={row.proposed} locale={locale} />
        <FlagWords flags={row.flags} locale={locale} />
      </td>
    </tr>
  );
}

/** The beginning of what was written, or what was searched for; what was set aside is shown once it is opened. */
function Words({ row, search, locale }: Omit<ResponseRowProps, "list" | "channels">) {
  const t = translator(locale, "responses");
  if (row.status === "quarantined") return <span className={styles.quiet}>{t("list.hidden", { n: row.texts })}</span>;
  if (row.text === null) return <span className={styles.quiet}>{t("list.noText")}</span>;
  return (
    <>
      <bdi>{excerptOf(row.text, search)}</bdi>
      {row.texts > 1 && <SecondLine>{t("list.more", { n: row.texts })}</SecondLine>}
    </>
  );
}
