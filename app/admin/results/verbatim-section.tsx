import Link from "next/link";
import { mayActAs } from "@/app/_session/staff";
import { Section } from "@/app/_ui/desk/section";
import { VerbatimList } from "@/app/_ui/desk/verbatim-list";
import { listVerbatims } from "@/db/verbatims";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { translator } from "@/lib/messages/translator";
import type { Staff } from "@/lib/staff";
import type { ResultsView } from "./results-view";
import styles from "./verbatim-section.module.css";

/** Few enough to read on from the figures; the rest has a page of its own. */
const NEWEST = 10;

/** What readers wrote, by question: all of it in a small sample, else the newest; for viewers only how much there is. */
export async function VerbatimSection({ staff, results, edition, locale }: ResultsView & { staff: Staff }) {
  const t = translator(locale, "department");
  const readable = mayActAs(staff, "analyst");
  const all = results.valid < SMALLEST_BASE_FOR_PERCENT;
  const say = all ? t("verbatims.all") : t("verbatims.newest", { n: NEWEST });
  const questions = await Promise.all(
    results.open.map(async (item) => {
      // Never more than were counted: an answer that arrives in between would contradict the figure beside it.
      const limit = all ? item.base : Math.min(item.base, NEWEST);
      return { ...item, texts: readable ? await listVerbatims(staff, edition.id, item.key, { limit }) : [] };
    }),
  );
  return (
    <Section id="verbatims" title={t("verbatims.title")} say={readable ? say : t("verbatims.forAnalysts")}>
      {questions.map(({ key, text, base, missing, texts }) => (
        <div key={key} className={styles.file}>
          <div>
            <h3>{text[locale]}</h3>
            <p className={`num ${styles.counts}`}>{t("verbatims.counts", { answered: base, missing })}</p>
          </div>
          <div>
            {readable && base === 0 && <p className={styles.none}>{t("verbatims.none")}</p>}
            <VerbatimList verbatims={texts} />
            {readable && base > texts.length && (
              <p className={styles.more}>
                <Link href={`/admin/verbatims?edition=${edition.slug}&item=${key}`}>
                  {t("verbatims.more", { n: base })}
                </Link>
              </p>
            )}
          </div>
        </div>
      ))}
    </Section>
  );
}
