import Link from "next/link";
import { momentText } from "@/app/_ui/desk/dates";
import { Section } from "@/app/_ui/desk/section";
import type { Edition } from "@/db/editions";
import type { ImportBatch } from "@/db/import-batches";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { importsAddress } from "../../import-addresses";
import styles from "../../import.module.css";

interface NothingLeftProps {
  readonly edition: Edition;
  readonly batch: ImportBatch;
  readonly locale: Locale;
}

/** What became of a file that was accepted, and where to go from there. */
export function NothingLeft({ edition, batch, locale }: NothingLeftProps) {
  const t = translator(locale, "import");
  const { added, acceptedAt, acceptedBy, rows } = batch;
  const already = rows - (added ?? 0);
  const query = `edition=${edition.slug}`;
  return (
    <Section id="done" title={t("done.title")}>
      <div className="notice" role="status">
        <p>{t("done.added", { n: added ?? 0 })}</p>
        {already > 0 && <p>{t("done.already", { n: already })}</p>}
        {acceptedAt && <p>{t("done.by", { name: acceptedBy ?? "", at: momentText(locale, edition, acceptedAt) })}</p>}
      </div>
      <p className={styles.acts}>
        <Link href={`/admin/results?${query}`}>{t("done.results")}</Link>
        <Link href={`/admin/responses?${query}`}>{t("done.responses")}</Link>
        <Link href={importsAddress(edition.slug)}>{t("done.another")}</Link>
      </p>
    </Section>
  );
}
