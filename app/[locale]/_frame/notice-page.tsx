import { listEditions } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { FAILURE_WORDS } from "@/lib/messages/failure";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "./address";
import { Opening } from "./opening";
import { ReaderFrame } from "./reader-frame";
import styles from "./notice-page.module.css";

/** A page that says one thing and shows a way on: to the newest form where no other is named. */
export async function NoticePage({
  locale,
  title,
  text,
  way,
  reference,
}: {
  locale: Locale;
  title: string;
  text: string;
  way?: { readonly href: string; readonly text: string };
  /** The id of a request that failed, by which the operator's log names it. */
  readonly reference?: string | null;
}) {
  const t = translator(locale, "reader");
  const [newest] = await listEditions();
  if (!newest) {
    return (
      <>
        <title>{title}</title>
        <h1>{title}</h1>
        <p>{text}</p>
      </>
    );
  }
  return (
    <ReaderFrame
      locale={locale}
      company={newest.company}
      slug={newest.slug}
      hrefIn={(other) => addressOf(other, newest.slug)}
    >
      <title>{`${title} · ${newest.company.shortName[locale]}`}</title>
      <Opening title={title}>
        <p className={styles.text}>{text}</p>
        <p className={styles.way}>
          <a className="btn" href={way?.href ?? addressOf(locale, newest.slug)}>
            {way?.text ?? t("page.toForm")}
          </a>
        </p>
        {reference ? (
          <p className={styles.reference}>
            {FAILURE_WORDS[locale].reference}
            <code>{reference}</code>
          </p>
        ) : null}
      </Opening>
    </ReaderFrame>
  );
}
