import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./reader.css";
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
      <body>{children}</body>
    </html>
  );
}
