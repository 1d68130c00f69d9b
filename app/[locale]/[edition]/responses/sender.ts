import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { readQuery } from "../query";
import { isJson } from "./read-fields";
import type { Sender } from "./reply";

/** Who sends a request: by its address and by what it speaks. */
export async function senderOf(
  request: Request,
  params: Promise<{ locale: string; edition: string }>,
): Promise<Sender> {
  const { locale, edition: slug } = await params;
  const { isShared } = readQuery(Object.fromEntries(new URL(request.url).searchParams));
  return { locale: findLocale(locale) ?? DEFAULT_LOCALE, slug, isShared, json: isJson(request), fields: {} };
}
