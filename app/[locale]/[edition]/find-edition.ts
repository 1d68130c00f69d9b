import { redirect } from "next/navigation";
import { cache } from "react";
import { logFailure } from "@/app/_observe/log-failure";
import { thisRequest } from "@/app/_observe/this-request";
import { type Edition, findEdition } from "@/db/editions";
import { isStorageFailure } from "@/db/errors";
import { DEFAULT_LOCALE, type Locale, findLocale } from "@/lib/locale";
import { addressOf } from "../_frame/address";

const findOnce = cache((slug: string, version?: number) =>
  findEdition(slug, version).catch((error: unknown) => {
    if (!isStorageFailure(error)) throw error;
    logFailure(error);
    return "unavailable" as const;
  }),
);

/**
 * The language and the edition that an address names, with the `version` of its instrument where there is such a one.
 * Anything unknown goes on to an address that the catch-all route answers with 404, and a database that is away to one
 * that says 503: for `notFound()` and for what a page throws, Next sends an empty document to a browser without script
 * (next.js#62228).
 */
export async function requireEdition(
  params: Promise<{ locale: string; edition: string }>,
  version?: number,
): Promise<{ locale: Locale; edition: Edition }> {
  const { locale: name, edition: slug } = await params;
  const locale = findLocale(name);
  const versioned = locale && version ? await findOnce(slug, version) : null;
  const edition = versioned ?? (locale && (await findOnce(slug)));
  if (locale && edition === "unavailable") redirect(await unavailableAddress(locale, slug));
  if (locale && edition && edition !== "unavailable") return { locale, edition };
  redirect(addressOf(locale ?? DEFAULT_LOCALE, slug, "unknown"));
}

async function unavailableAddress(locale: Locale, slug: string): Promise<string> {
  const request = await thisRequest();
  return `${addressOf(locale, "unavailable")}?edition=${slug}${request ? `&request=${request}` : ""}`;
}
