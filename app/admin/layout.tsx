import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "@/app/_ui/tokens.css";
import "@/app/_ui/ground.css";
import "@/app/_ui/controls.css";
import { REQUEST_ID_HEADER } from "@/app/_observe/request-id";
import { demoFramed } from "@/app/_demo/demo-frame";
import { ICON } from "@/app/_ui/icon";
import base from "@/app/_ui/desk/base.module.css";
import { departmentLocale } from "@/app/_session/department-locale";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };
// A set-up link holds a secret in its address, which no other site may see.
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  referrer: "same-origin",
  icons: ICON,
  formatDetection: { telephone: false, email: false, date: false },
};

export default async function DepartmentLayout({ children }: { children: ReactNode }) {
  const locale = await departmentLocale();
  const request = (await headers()).get(REQUEST_ID_HEADER) ?? undefined;
  return (
    <html lang={locale} className={base.root} data-request={request}>
      <body className={base.body}>{demoFramed(locale, children)}</body>
    </html>
  );
}
