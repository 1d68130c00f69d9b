import type { Locale } from "./locale";
import { translator } from "./messages/translator";

/** What stands on every page of the demo. */
export interface DemoMark {
  readonly label: string;
  readonly text: string;
}

/**
 * The mark that says, on every page of a demo, that all of it is invented. The element has the class `demo-mark`, its
 * text also as `data-mark` (on paper it is on every sheet), and public/demo.css, which pages of real data do not load.
 */
export function demoMark(locale: Locale): DemoMark {
  const t = translator(locale, "demo");
  return { label: t("label"), text: t("mark") };
}

/** A file's names with the mark before them, for people who read either language. */
export function demoFileName({ ascii, full }: { readonly ascii: string; readonly full: string }) {
  return { ascii: `demo-${ascii}`, full: translator("zh-CN", "demo")("fileName", { name: full }) };
}
