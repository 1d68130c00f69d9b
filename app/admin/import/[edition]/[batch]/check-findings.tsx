import Link from "next/link";
import { Section } from "@/app/_ui/desk/section";
import { findSameFile } from "@/db/import-batches";
import { type CheckSummary, listBadRows } from "@/db/import-check";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { stepAddress } from "../../import-addresses";
import { AcceptForm } from "./accept-form";
import styles from "./check.module.css";
import { ProblemTable } from "./problem-table";
import type { RequestedImport } from "./requested-import";
import { RewordedNotice } from "./reworded-notice";

/** Two or three screens: whoever has more mistakes than that wants them as a file. */
const SHOWN = 100;

interface CheckFindingsProps extends RequestedImport {
  readonly found: CheckSummary;
  readonly locale: Locale;
}

/** What a whole check found: the way to accept, or what is wrong where. */
export async function CheckFindings({ staff, edition, batch, found, locale }: CheckFindingsProps) {
  const t = translator(locale, "import");
  const { good, already, bad, problems, rows } = found;
  const added = good - already;
  const isAgain = added > 0 && (await findSameFile(staff, batch)) !== null;
  const counts = [
    [t(bad > 0 ? "check.goodRows" : "check.good"), good],
    [t("check.already"), already],
    bad > 0 ? [t("check.bad"), bad] : [t("check.new"), added],
  ] as const;
  const verdict =
    bad > 0 ? t("check.notClean", { bad, problems }) : t(added > 0 ? "check.clean" : "check.allAlready", { rows });
  return (
    <Section id="found" title={t("check.title")}>
      <dl className={`num ${styles.counts}`}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
      <p className={`notice ${bad > 0 ? "notice-error" : ""} ${styles.verdict}`}>{verdict}</p>
      <RewordedNotice {...{ edition, batch, locale }} />
      {already > 0 && <p className={styles.note}>{t("check.alreadyNote")}</p>}
      {bad === 0 && (
        <AcceptForm
          hidden={{ edition: edition.slug, batch: batch.id, revision: String(batch.revision) }}
          words={{
            accept: added > 0 ? t("check.accept", { n: added }) : t("check.acceptNone"),
            accepting: t("check.accepting"),
            say: t("check.acceptSay"),
          }}
          again={isAgain ? t("check.repeat", { n: added }) : null}
        />
      )}
      <p className={styles.acts}>
        {(["columns", "scores"] as const).map((step) => (
          <Link key={step} href={stepAddress(edition.slug, batch.id, step)}>
            {t(`check.${step}`)}
          </Link>
        ))}
      </p>
      {bad > 0 && (
        <ProblemTable
          {...{ edition, batch, locale, problems }}
          rows={await listBadRows(staff, batch.id, 0, SHOWN)}
          most={SHOWN}
        />
      )}
    </Section>
  );
}
