import Link from "next/link";
import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import { VerbatimList } from "@/app/_ui/desk/verbatim-list";
import { EVERYBODY, FEW_FOR_WORDS, hidesWords, listedPart, resultsQuery } from "@/lib/analysis/results-filter";
import { SMALLEST_BASE_FOR_PERCENT } from "@/lib/analysis/share";
import { translator } from "@/lib/messages/translator";
import { verbatimsAddress } from "../verbatims/requested-verbatims";
import { MixedNote } from "./mixed-note";
import { type ResultsView, mostVerbatims } from "./results-view";
import styles from "./verbatim-section.module.css";

/** What readers wrote, by question: all of it in a small sample, else the newest; for viewers only how much there is. */
export function VerbatimSection({ verbatims, results, edition, locale, filter = EVERYBODY }: ResultsView) {
  const t = translator(locale, "department");
  const all = results.valid < SMALLEST_BASE_FOR_PERCENT;
  const hidden = hidesWords(filter, results.valid);
  const say = hidden
    ? translator(locale, "part")("wordsHidden", { n: FEW_FOR_WORDS })
    : all
      ? t("verbatims.all")
      : t("verbatims.newest", { n: mostVerbatims(results.valid) });
  return (
    <Section id="verbatims" title={t("verbatims.title")} say={verbatims ? say : t("verbatims.forAnalysts")}>
      {results.open.map(({ key, text, base, missing }) => (
        <div key={key} className={styles.file}>
          <div>
            <h3>{text[locale]}</h3>
            <p className={`num ${styles.counts}`}>{t("verbatims.counts", { answered: base, missing })}</p>
          </div>
          <div>
            {verbatims && base === 0 && <p className={styles.none}>{t("verbatims.none")}</p>}
            <VerbatimList verbatims={verbatims?.[key] ?? []} />
            {verbatims && !hidden && base > (verbatims[key]?.length ?? 0) && (
              <p className={styles.more}>
                <Link
                  href={verbatimsAddress({ edition: edition.slug, item: key, ...resultsQuery(listedPart(filter)) })}
                >
                  {t("verbatims.more", { n: base })}
                </Link>
              </p>
            )}
          </div>
        </div>
      ))}
      {results.open.some(({ isMixed }) => isMixed) && (
        <FinePrint>
          <MixedNote items={results.open} locale={locale} />
        </FinePrint>
      )}
    </Section>
  );
}
