import type { Locale } from "./locale";
import { translator } from "./messages/translator";

/** What stands on every page of the demo. */
export interface DemoMark {
  readonly label: string;
  readonly text: string;
  /** For a `style` element beside it: pages of real data load none of it. On paper it is on every sheet. */
  readonly css: string;
}

/** The mark that says, on every page of a demo, that all of it is invented. The element has the class `demo-mark`. */
export function demoMark(locale: Locale): DemoMark {
  const t = translator(locale, "demo");
  return { label: t("label"), text: t("mark"), css: CSS.replace("MARK", JSON.stringify(t("mark"))) };
}

/** A file's names with the mark before them, for people who read either language. */
export function demoFileName({ ascii, full }: { readonly ascii: string; readonly full: string }) {
  return { ascii: `demo-${ascii}`, full: translator("zh-CN", "demo")("fileName", { name: full }) };
}

const CSS = `
html{scroll-padding-top:36px}
.demo-mark{position:-webkit-sticky;position:sticky;top:0;z-index:9;margin:0;padding:2px 16px;text-align:center;
font-size:14px;line-height:24px;font-weight:600;color:#704a00;background:#faf2df;border-bottom:1px solid #704a00}
@media (prefers-color-scheme:dark){.demo-mark{color:#e9c37a;background:#302611;border-color:#e9c37a}}
@media print{.demo-mark{position:static;color:#704a00;background:none}
.demo-mark::after{content:MARK;position:fixed;top:42%;left:0;right:0;font-size:44px;line-height:1.4;
color:#000;opacity:.1;transform:rotate(-24deg)}}`;
