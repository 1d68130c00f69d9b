import { redirect } from "next/navigation";
import type { Metadata } from "next";
import { findHandover } from "@/app/_handover/handover";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";
import { addressOf } from "../_frame/address";
import { NoticePage } from "../_frame/notice-page";

export const metadata: Metadata = { robots: { index: false } };

/** What a route hands to this page. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** The way on; to the newest form where none is named. */
  readonly way?: { readonly href: string; readonly text: string };
  /** The id of a request that failed, by which the operator's log names it. */
  readonly reference?: string | null;
}

/** The page of a request that could not be read. It has no address of its own: only a refusal leads here. */
export default async function RefusedPage({ params }: { params: Promise<{ locale: string }> }) {
  const handed = await findHandover();
  const locale = findLocale((await params).locale) ?? DEFAULT_LOCALE;
  if (!isNotice(handed)) redirect(addressOf(locale, "refused", "unknown"));
  return <NoticePage locale={locale} {...handed} />;
}

function isNotice(handed: unknown): handed is Notice {
  return typeof handed === "object" && handed !== null && "title" in handed && "text" in handed;
}
