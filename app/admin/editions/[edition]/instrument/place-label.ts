import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Instrument, itemsOf } from "@/lib/survey/instrument";
import type { TextPlace } from "@/lib/survey/instrument-changes";

/** What a text of a form is called: 第 5 题, 引言, 第 1 部分的标题. */
export function placeLabel(document: Pick<Instrument, "sections">, place: TextPlace, locale: Locale): string {
  const t = translator(locale, "instrument");
  const [kind, of = "", part] = place.split(".");
  switch (kind) {
    case "title":
    case "salutation":
    case "introduction":
      return t(`place.${kind}`);
    case "section":
      return t(part === "title" ? "place.sectionTitle" : "place.sectionHint", { n: Number(of) + 1 });
    case "scale":
      return t("place.scale", { score: Number(of) });
    case "newSection":
      return t(NEW_SECTION[of] ?? "place.newItem");
    case "new":
      return t("place.newItem");
    default: {
      const number = itemsOf(document).findIndex(({ key }) => key === of) + 1;
      if (number > 0 && part === "hint") return t("place.itemHint", { n: number });
      return number > 0 ? t("place.item", { n: number }) : t("place.itemGone");
    }
  }
}

const NEW_SECTION: Readonly<Record<string, "place.newTitle" | "place.newHint">> = {
  title: "place.newTitle",
  hint: "place.newHint",
};

/** What a field of the editor is called: 第 5 题（英文）. Fields that no language ends are called by their place. */
export function fieldLabel(document: Pick<Instrument, "sections">, field: string, locale: Locale): string {
  const t = translator(locale, "instrument");
  const [, place = field, language] = /^(.*)\.(zh-CN|en)$/.exec(field) ?? [];
  const label = placeLabel(document, place, locale);
  return language ? t("place.in", { place: label, language: t(`language.${language as Locale}`) }) : label;
}
