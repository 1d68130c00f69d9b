import { barePage } from "@/app/_handover/bare-page";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import en from "@/lib/messages/en/failure.json";
import zh from "@/lib/messages/zh-CN/failure.json";
import { addressOf } from "../_frame/address";

const WORDS = { "zh-CN": zh, en };

/** Where readers' pages lead while the database is away: 503 in words, without script, and the way back. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = findLocale((await params).locale) ?? DEFAULT_LOCALE;
  const slug = new URL(request.url).searchParams.get("edition") ?? "";
  const { title, text, again } = WORDS[locale];
  return barePage({ locale, title, text, way: { href: addressOf(locale, slug), text: again } }, 503);
}
