import type { ResponseList } from "@/db/response-list";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { ResponseFilter } from "@/lib/survey/response-filter";
import { SUSPICIONS } from "@/lib/survey/response-status";
import { quarantineAddress } from "./quarantine/quarantine-address";
import { listAddress } from "./requested-list";
import styles from "./response-table.module.css";

interface ListActsProps {
  readonly edition: string;
  readonly filter: ResponseFilter;
  readonly list: ResponseList;
  readonly locale: Locale;
}

/** What waits for somebody: exclusions to confirm, and a quarantine that can be dealt with as a whole. */
export function ListActs({ edition, filter, list, locale }: ListActsProps) {
  const t = translator(locale, "responses");
  const reason = SUSPICIONS.find((code) => code === filter.reason);
  const isQuarantine = reason && (filter.status === "quarantined" || filter.status === null);
  return (
    <>
      {list.proposed > 0 && filter.proposed === null && (
        <p className={styles.act}>
          <a href={listAddress({ edition, filter: { proposed: "yes" } })}>
            {t("decide.waiting", { n: list.proposed })}
          </a>
        </p>
      )}
      {isQuarantine && (list.found.quarantined ?? 0) > 0 && (
        <p className={styles.act}>
          <a href={quarantineAddress(edition, reason)}>
            {t("quarantine.link", { reason: translator(locale, "export")(`reason.${reason}`) })}
          </a>
        </p>
      )}
    </>
  );
}
