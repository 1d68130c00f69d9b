import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { NoticePage } from "../../../_frame/notice-page";

/** The page of a code that is no receipt, mistyped most of the time. */
export function NoReceiptPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "reader");
  return <NoticePage locale={locale} title={t("noReceipt.title")} text={t("noReceipt.text")} />;
}
