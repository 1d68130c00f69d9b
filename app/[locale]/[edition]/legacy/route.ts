import type { Locale } from "@/lib/locale";
import { addressOf } from "../../_frame/address";
import { publicAddress } from "../../_frame/document-metadata";
import { requireEdition } from "../find-edition";
import { legacyPage } from "./legacy-page";

type Context = { params: Promise<{ locale: string; edition: string }> };

/** What proxy.ts answers with where Internet Explorer or the first Edge asks for the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, edition } = await requireEdition(params);
  const links = {
    address: publicAddress(addressOf(locale, edition.slug)),
    formIn: (other: Locale) => addressOf(other, edition.slug),
    print: addressOf(locale, edition.slug, "print"),
    privacy: addressOf(locale, edition.slug, "privacy"),
  };
  const html = legacyPage(edition, locale, links, new Date());
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      vary: "User-Agent",
    },
  });
}
