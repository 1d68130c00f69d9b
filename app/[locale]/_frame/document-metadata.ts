import type { Metadata } from "next";
import { env } from "@/lib/env";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "@/lib/locale";
import type { Company } from "@/lib/survey/company";
import { addressOf } from "./address";

/** Side of the picture in public/share, in pixels; WeChat's card wants a square of at least 300. */
const PICTURE_SIZE = 600;
const OPEN_GRAPH_LOCALES: Record<Locale, string> = { "zh-CN": "zh_CN", en: "en_GB" };

/** What search engines and shared cards are told of a reader's page that may be found: its one address, its languages. */
export function findableMetadata({
  locale,
  company,
  segments,
  title,
  description,
}: {
  locale: Locale;
  company: Pick<Company, "shortName">;
  segments: readonly string[];
  title: string;
  description: string;
}): Metadata {
  const addressIn = (other: Locale) => publicAddress(addressOf(other, ...segments));
  const languages = Object.fromEntries(LOCALES.map((other) => [other, addressIn(other)]));
  const picture = { url: publicAddress(pictureOf(locale)), width: PICTURE_SIZE, height: PICTURE_SIZE };
  return {
    title,
    description,
    alternates: { canonical: addressIn(locale), languages: { ...languages, "x-default": addressIn(DEFAULT_LOCALE) } },
    openGraph: {
      type: "website",
      title,
      description,
      url: addressIn(locale),
      siteName: company.shortName[locale],
      locale: OPEN_GRAPH_LOCALES[locale],
      alternateLocale: LOCALES.filter((other) => other !== locale).map((other) => OPEN_GRAPH_LOCALES[other]),
      images: [picture],
    },
  };
}

/** The address of one of our paths as the world sees it. */
export function publicAddress(path: string): string {
  return env().publicUrl + path;
}

/** The picture of a shared card, as a path. */
export function pictureOf(locale: Locale): string {
  return `/share/${locale}.png`;
}
