import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";

/** The editor's own words, for the browser. */
export function editorWords(locale: Locale) {
  const t = translator(locale, "instrument");
  return {
    texts: t("texts"),
    scale: t("scale"),
    scaleHint: t("scaleHint"),
    scaleFixed: t("scaleFixed"),
    optional: t("optional"),
    optionalHint: t("optionalHint"),
    up: t("item.up"),
    down: t("item.down"),
    retire: t("item.retire"),
    restore: t("item.restore"),
    retired: t("item.retired"),
    "section-up": t("sectionActs.up"),
    "section-down": t("sectionActs.down"),
    "section-retire": t("sectionActs.retire"),
    addSection: t("add.section"),
    addSectionSay: t("add.sectionSay"),
    kind: t("add.kind"),
    rating: t("item.kind.rating"),
    open: t("item.kind.open"),
    newZh: t("item.wording", { language: t("language.zh-CN") }),
    newEn: t("item.wording", { language: t("language.en") }),
    add: t("add.submit"),
    addFrozen: t("add.frozen"),
    save: t("save"),
    preview: t("preview"),
    review: t("review"),
    reopen: t("changed.reopen"),
    errorPrefix: translator(locale, "department")("form.prefix"),
  };
}
