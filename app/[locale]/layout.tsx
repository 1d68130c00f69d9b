import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./reader.css";
import { pageNonce } from "@/app/_defence/page-nonce";
import { demoFramed } from "@/app/_demo/demo-frame";
import { ICON } from "@/app/_ui/icon";
import { DEFAULT_LOCALE, findLocale } from "@/lib/locale";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
};
export const metadata: Metadata = {
  formatDetection: { telephone: false, email: false },
  referrer: "same-origin",
  icons: ICON,
};

// Next's own scripts name `globalThis`, which Chromium below 71 and iOS below 12.2 do not have: they would all fail.
const NAME_GLOBAL_THIS = "window.globalThis||(window.globalThis=window)";

export default async function ReaderLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = findLocale((await params).locale) ?? DEFAULT_LOCALE;
  return (
    <html lang={locale}>
      <head>
        <script nonce={await pageNonce()}>{NAME_GLOBAL_THIS}</script>
      </head>
      <body>{demoFramed(locale, children)}</body>
    </html>
  );
}
