import { QrCode } from "@/app/_ui/qr-code";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { generalChannel } from "@/lib/survey/channel";
import { itemsOf } from "@/lib/survey/instrument";
import { addressOf } from "../../_frame/address";
import { publicAddress } from "../../_frame/document-metadata";
import { Opening } from "../../_frame/opening";
import { Part } from "../../_frame/part";
import { useOf } from "../_form/form-content";
import { Letter } from "../letter";
import { queryOf } from "../query";
import { PrintButton } from "./print-button";
import { PrintedItem } from "./printed-item";
import { PrintedOptional } from "./printed-optional";
import styles from "./printed-form.module.css";

/** The whole form to be filled in by hand, as the report prints it: everything derived from the instrument. */
export function PrintedForm({ edition, locale }: { edition: Edition; locale: Locale }) {
  const t = translator(locale, "paper");
  const { instrument, company, slug } = edition;
  const form = translator(locale, "reader");
  const department = company.department[locale];
  const address = publicAddress(addressOf(locale, slug));
  const numbers = new Map(itemsOf(instrument).map((item, place) => [item.key, place + 1]));
  return (
    <>
      <p className={`noprint ${styles.howTo}`}>
        {t("howTo")} <a href={addressOf(locale, slug)}>{t("toForm")}</a>
      </p>
      <PrintButton words={t("print")} />
      <div className={styles.head}>
        <div className={styles.code}>
          <QrCode
            className={styles.qr}
            text={address + queryOf({ channel: generalChannel(edition.channels, "paper")?.code })}
            label={t("scan")}
          />
          <p aria-hidden="true">{t("scan")}</p>
        </div>
        <Opening
          kicker={form("page.reportTitle", { report: edition.reportTitle[locale] })}
          title={instrument.title[locale]}
        >
          <Letter
            edition={edition}
            locale={locale}
            ways={[t("online", { address: typed(address) }), t("onPaper", { department })]}
          />
        </Opening>
      </div>
      {instrument.sections.map(({ title, hint, items }) => (
        <Part key={title[locale]} title={title[locale]} hint={hint[locale]}>
          {items.map((item) => (
            <PrintedItem
              key={item.key}
              item={item}
              number={numbers.get(item.key) ?? 0}
              scale={instrument.scale}
              locale={locale}
            />
          ))}
        </Part>
      ))}
      <PrintedOptional edition={edition} locale={locale} />
      <div className={styles.end}>
        <p>{useOf(edition, locale)}</p>
        <p>{t("privacy", { address: typed(publicAddress(addressOf(locale, slug, "privacy"))) })}</p>
      </div>
    </>
  );
}

/** An address as one types it. */
function typed(address: string): string {
  return address.replace(/^https:\/\//, "");
}
