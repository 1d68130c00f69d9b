import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../../../_frame/address";
import styles from "./receipt.module.css";

/** What the holder of the code may do: correct while the edition is open, withdraw it or the contact alone at any time. */
export function ReceiptActs({
  locale,
  slug,
  code,
  correctable,
  isClosed,
  hasContact,
}: {
  locale: Locale;
  slug: string;
  code: string;
  correctable: boolean;
  isClosed: boolean;
  hasContact: boolean;
}) {
  const t = translator(locale, "reader");
  return (
    <div className={`noprint ${styles.acts}`}>
      {isClosed ? <p className={styles.hint}>{t("receipt.closed")}</p> : null}
      {correctable ? (
        <a className="btn btn-2" href={addressOf(locale, slug, "receipt", code, "correct")}>
          {t("receipt.correct")}
        </a>
      ) : null}
      <a className="btn btn-2" href={addressOf(locale, slug, "receipt", code, "withdraw")}>
        {t("receipt.withdraw")}
      </a>
      {hasContact ? (
        <form method="post" action={addressOf(locale, slug, "receipt", code, "contact-withdrawal")}>
          <button className="btn btn-2" type="submit">
            {t("receipt.withdrawContact")}
          </button>
        </form>
      ) : null}
    </div>
  );
}
