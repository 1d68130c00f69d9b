import Link from "next/link";
import type { ResponseList } from "@/db/response-list";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { ResponseFilter } from "@/lib/survey/response-filter";
import { RESPONSE_STATUSES } from "@/lib/survey/response-status";
import { listAddress } from "./requested-list";
import styles from "./status-links.module.css";

interface StatusLinksProps {
  readonly edition: string;
  readonly filter: ResponseFilter;
  readonly list: ResponseList;
  readonly locale: Locale;
}

/** How many answers the other conditions leave, by status; each count leads to its answers. */
export function StatusLinks({ edition, filter, list, locale }: StatusLinksProps) {
  const t = translator(locale, "responses");
  const word = translator(locale, "export");
  const total = Object.values(list.found).reduce((sum, count) => sum + count, 0);
  const link = (status: ResponseFilter["status"], name: string, count: number) => (
    <li key={name}>
      <Link
        href={listAddress({ edition, filter: { ...filter, status } })}
        prefetch={false}
        aria-current={filter.status === status ? "true" : undefined}
      >
        {name} <span className="num">{count.toLocaleString(locale)}</span>
      </Link>
    </li>
  );
  return (
    <nav aria-label={t("byStatus")}>
      <ul className={styles.statuses}>
        {link(null, t("all"), total)}
        {RESPONSE_STATUSES.map((status) => link(status, word(`status.${status}`), list.found[status] ?? 0))}
      </ul>
    </nav>
  );
}
