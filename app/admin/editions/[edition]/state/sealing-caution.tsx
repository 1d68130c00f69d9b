import type { UnfinishedWork } from "@/db/unfinished-work";
import { batchesAddress } from "@/app/admin/entry/batches/batch-address";
import { importsAddress } from "@/app/admin/import/import-addresses";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "../../editions.module.css";

interface SealingCautionProps {
  readonly slug: string;
  readonly work: UnfinishedWork;
  readonly locale: Locale;
}

/** What is unfinished as a round is sealed, each with the way to it; nothing where nothing is. */
export function SealingCaution({ slug, work, locale }: SealingCautionProps) {
  const t = translator(locale, "editions");
  const ways = {
    imports: importsAddress(slug),
    proposed: `/admin/responses?edition=${slug}&proposed=yes`,
    quarantined: `/admin/responses?edition=${slug}&status=quarantined`,
    held: `/admin/responses?edition=${slug}&status=on_hold`,
    batches: batchesAddress(slug),
    differences: batchesAddress(slug),
    unkeyed: batchesAddress(slug),
    draft: `/admin/editions/${slug}/instrument`,
  } satisfies Record<keyof UnfinishedWork, string>;
  const kinds = (Object.keys(ways) as (keyof UnfinishedWork)[]).filter((kind) => work[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <div className={`notice notice-caution ${styles.caution}`}>
      <p>{t("sealing.say")}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {t(`sealing.${kind}`, { n: work[kind] })} <a href={ways[kind]}>{t("sealing.look")}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
