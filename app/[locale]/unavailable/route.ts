import { barePage } from "@/app/_handover/bare-page";
import { isRequestId } from "@/app/_observe/request-id";
import { thisRequest } from "@/app/_observe/this-request";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { FAILURE_WORDS } from "@/lib/messages/failure";
import { addressOf } from "../_frame/address";

/** Where readers' pages lead while the database is away: 503 in words, without script, and the way back. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = findLocale((await params).locale) ?? DEFAULT_LOCALE;
  const query = new URL(request.url).searchParams;
  const { title, text, again } = FAILURE_WORDS[locale];
  const way = { href: addressOf(locale, query.get("edition") ?? ""), text: again };
  // The request that failed was the one before.
  const failed = query.get("request") ?? "";
  const reference = isRequestId(failed) ? failed : await thisRequest();
  return barePage({ locale, title, text, way, reference }, 503);
}
