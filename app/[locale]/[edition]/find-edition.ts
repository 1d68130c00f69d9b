import { redirect } from "next/navigation";
import { cache } from "react";
import { type Edition, findEdition } from "@/db/editions";
import { DEFAULT_LOCALE, type Locale, findLocale } from "@/lib/locale";
import { addressOf } from "../_frame/address";

const findOnce = cache((slug: string) => findEdition(slug));

/**
 * The language and the edition that an address names. Anything unknown goes on to an address that the catch-all route
 * answers with 404, since Next sends an empty document for `notFound()` to a browser without script (next.js#62228).
 */
export async function requireEdition(
  params: Promise<{ locale: string; edition: string }>,
): Promise<{ locale: Locale; edition: Edition }> {
  const { locale: name, edition: slug } = await params;
  const locale = findLocale(name);
  const edition = locale && (await findOnce(slug));
  return locale && edition ? { locale, edition } : redirect(addressOf(locale ?? DEFAULT_LOCALE, slug, "unknown"));
}
