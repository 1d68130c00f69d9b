import Link from "next/link";
import { PageLinks } from "@/app/_ui/desk/page-links";
import { VerbatimList } from "@/app/_ui/desk/verbatim-list";
import type { Edition } from "@/db/editions";
import type { Verbatim } from "@/db/verbatims";
import type { Results } from "@/lib/analysis/results";
import { FEW_FOR_WORDS, type Part, hidesWords, resultsQuery } from "@/lib/analysis/results-filter";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type RequestedVerbatims, verbatimsAddress } from "./requested-verbatims";
import styles from "./verbatim-pages.module.css";

/** Some twenty screens of usual comments: long enough to read on, short enough to load at once. */
export const A_PAGE = 50;

interface VerbatimPagesProps extends RequestedVerbatims {
  readonly edition: Edition;
  readonly results: Results;
  /** A page of them, and one more where there is a next page. */
  readonly found: readonly Verbatim[];
  readonly locale: Locale;
  readonly filter: Part;
}

/** One open item's verbatims, a page at a time, and the way to the other items. */
export function VerbatimPages({ edition, results, found, locale, item, after, filter }: VerbatimPagesProps) {
  const t = translator(locale, "department");
  const hidden = hidesWords(filter, results.valid);
  const shown = found.slice(0, A_PAGE);
  const next = found.length > A_PAGE ? shown.at(-1)?.responseId : undefined;
  const address = (query: { item: string; after?: string }) =>
    verbatimsAddress({ edition: edition.slug, ...query, ...resultsQuery(filter) });
  return (
    <>
      <nav className={styles.items} aria-label={t("verbatims.questions")}>
        {results.open.map(({ key, text, base, missing }) => (
          <Link
            key={key}
            href={address({ item: key })}
            prefetch={false}
            aria-current={key === item ? "true" : undefined}
          >
            <span>{text[locale]}</span>
            <span className={`num ${styles.counts}`}>{t("verbatims.counts", { answered: base, missing })}</span>
          </Link>
        ))}
      </nav>
      <p className={styles.order}>
        {hidden ? translator(locale, "part")("wordsHidden", { n: FEW_FOR_WORDS }) : t("verbatims.order", { n: A_PAGE })}
      </p>
      {!hidden && shown.length === 0 && (
        <p className={styles.none}>{after ? t("verbatims.end") : t("verbatims.none")}</p>
      )}
      <VerbatimList verbatims={shown} datedIn={locale} />
      <PageLinks
        next={next && address({ item, after: next })}
        first={after && address({ item })}
        words={{ next: t("verbatims.next"), first: t("verbatims.first") }}
      />
    </>
  );
}
