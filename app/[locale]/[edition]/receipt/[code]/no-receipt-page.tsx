import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../../../_frame/address";
import { NoticePage } from "../../../_frame/notice-page";

/** The page of a code that is no receipt, mistyped most of the time: with the way to type it again. */
export function NoReceiptPage({ locale, edition }: { locale: Locale; edition: Edition }) {
  const t = translator(locale, "reader");
  const way = { href: addressOf(locale, edition.slug, "receipt"), text: t("receiptEntry.title") };
  return <NoticePage locale={locale} title={t("noReceipt.title")} text={t("noReceipt.text")} way={way} />;
}
