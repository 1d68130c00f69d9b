import { PageLinks } from "@/app/_ui/desk/page-links";
import { NoRows, SecondLine, Table } from "@/app/_ui/desk/table";
import type { AuditEvent } from "@/lib/audit";
import type { AuditFilter } from "@/lib/audit-filter";
import { actWords, changedFields } from "@/lib/audit-words";
import type { Locale } from "@/lib/locale";
import { secondIn } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import styles from "./audit.module.css";
import { auditAddress } from "./requested-audit";
import { zoneWords } from "./zone-words";

/** Two screens of rows. */
export const A_PAGE = 50;

interface AuditTableProps {
  /** A page of them, and one more where there is a next page. */
  readonly events: readonly AuditEvent[];
  readonly filter: AuditFilter;
  readonly before: number | undefined;
  readonly timeZone: string;
  readonly locale: Locale;
}

/** The events that were asked for, a page at a time. */
export function AuditTable({ events, filter, before, timeZone, locale }: AuditTableProps) {
  const t = translator(locale, "audit");
  const shown = events.slice(0, A_PAGE);
  const next = events.length > A_PAGE ? shown.at(-1)?.id : undefined;
  const zone = zoneWords(timeZone, locale);
  const columns = [t("list.at", { zone }), t("list.who"), t("list.act"), t("list.subject"), t("list.change")];
  return (
    <>
      {shown.length === 0 ? (
        <NoRows>{t("list.none")}</NoRows>
      ) : (
        <Table caption={t("list.caption", { zone, n: A_PAGE })} columns={columns.map((head) => ({ head }))} isCards>
          {shown.map((event) => (
            <tr key={event.id}>
              <th scope="row" className={`num ${styles.when}`}>
                <time dateTime={event.at.toISOString()}>{secondIn(timeZone, event.at)}</time>
              </th>
              <td className={styles.who}>
                {event.staffName ?? t("list.nobody")}
                {event.staffEmail && <SecondLine>{event.staffEmail}</SecondLine>}
              </td>
              <td className={styles.act}>{actWords(event.act, locale)}</td>
              <td className={styles.subject}>
                <Subject {...event} />
              </td>
              <td className={styles.change}>
                {changedFields(event, locale, timeZone).map((field) => (
                  <span key={field.field} className={styles.field}>
                    <span className={styles.name}>{field.field}</span>{" "}
                    {event.before === null
                      ? field.after
                      : t("list.fromTo", {
                          from: field.before ?? t("list.nothing"),
                          to: field.after ?? t("list.nothing"),
                        })}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <PageLinks
        next={next === undefined ? undefined : auditAddress(filter, next)}
        first={before === undefined ? undefined : auditAddress(filter)}
        words={{ next: t("list.next"), first: t("list.first") }}
      />
    </>
  );
}

/** What an act was done to; an answer as a link to it, by which looking at it is noted. */
function Subject({ act, subject }: Pick<AuditEvent, "act" | "subject">) {
  if (subject === null || !OF_AN_ANSWER.test(act)) return subject;
  return <a href={`/admin/responses/${subject}`}>{subject}</a>;
}

const OF_AN_ANSWER = /^(response|contact|exclusion)\./;
