import { renderPage } from "@/app/_handover/handover";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { addressOf } from "../_frame/address";

/** Every address that nothing else answers: 404, with a page in the reader's language that works without script. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = findLocale((await params).locale) ?? DEFAULT_LOCALE;
  const t = translator(locale, "reader");
  return renderPage(addressOf(locale, "refused"), { title: t("notFound.title"), text: t("notFound.text") }, 404);
}
