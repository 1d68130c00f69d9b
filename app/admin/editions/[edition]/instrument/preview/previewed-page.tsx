import { Letter } from "@/app/[locale]/[edition]/letter";
import { formContent } from "@/app/[locale]/[edition]/_form/form-content";
import { ReaderFrame } from "@/app/[locale]/_frame/reader-frame";
import type { Edition } from "@/db/editions";
import type { InstrumentDesk } from "@/db/instrument-desk";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { previewAddress } from "./preview-bar";
import styles from "./preview.module.css";
import { PreviewedForm } from "./previewed-form";

interface PreviewedPageProps {
  readonly edition: Edition;
  readonly desk: InstrumentDesk;
  readonly locale: Locale;
  readonly isBare?: boolean;
}

/** The reader's page with the form of the draft, in the reader's type and measure. */
export function PreviewedPage({ edition, desk: { draft }, locale, isBare }: PreviewedPageProps) {
  const { slug, company } = edition;
  const drafted = { ...edition, instrument: draft.document, asks: [...draft.asks], instrumentVersion: draft.version };
  const hrefIn = (other: Locale) => previewAddress(slug, isBare ? { locale: other, bare: "1" } : { locale: other });
  return (
    <div lang={locale} className={styles.reader}>
      <ReaderFrame {...{ locale, company, slug, hrefIn }}>
        <PreviewedForm
          content={formContent(drafted, locale, {})}
          kicker={translator(locale, "reader")("page.reportTitle", { report: edition.reportTitle[locale] })}
          heading={draft.document.title[locale]}
          letter={<Letter edition={drafted} locale={locale} />}
          end={translator(locale, "instrument")("previewing.end")}
        />
      </ReaderFrame>
    </div>
  );
}
