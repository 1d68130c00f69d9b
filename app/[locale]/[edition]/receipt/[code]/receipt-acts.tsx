import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../../../_frame/address";
import styles from "./receipt.module.css";

/** What the holder of the code may do: correct while the edition is open, withdraw at any time. */
export function ReceiptActs({
  locale,
  slug,
  code,
  correctable,
}: {
  locale: Locale;
  slug: string;
  code: string;
  correctable: boolean;
}) {
  const t = translator(locale, "reader");
  return (
    <p className={`noprint ${styles.acts}`}>
      {correctable ? (
        <a className="btn btn-2" href={addressOf(locale, slug, "receipt", code, "correct")}>
          {t("receipt.correct")}
        </a>
      ) : null}
      <a className="btn btn-2" href={addressOf(locale, slug, "receipt", code, "withdraw")}>
        {t("receipt.withdraw")}
      </a>
    </p>
  );
}
