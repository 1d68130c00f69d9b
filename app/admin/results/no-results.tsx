import { CopyAddress } from "@/app/_ui/desk/copy-address";
import { env } from "@/lib/env";
import { translator } from "@/lib/messages/translator";
import { availabilityOf } from "@/lib/survey/edition";
import styles from "./no-results.module.css";
import type { ResultsView } from "./results-view";

/** In the place of the results while there are none: what is missing, and what brings it. */
export function NoResults({ results, edition, locale }: ResultsView) {
  const t = translator(locale, "department");
  const availability = availabilityOf(edition, results.asOf);
  return (
    <div className={styles.empty}>
      <p>{t(results.received > 0 ? "empty.none-valid" : `empty.${availability}`)}</p>
      {availability !== "closed" && (
        <CopyAddress
          address={`${env().publicUrl}/${edition.slug}`}
          label={t("empty.address")}
          copy={t("empty.copy")}
          copied={t("empty.copied")}
        />
      )}
    </div>
  );
}
