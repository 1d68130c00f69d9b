import type { AuditAct } from "./audit";
import { LOCALES, type Locale } from "./locale";
import { translator } from "./messages/translator";

/** What a field of an audited state is called, as the pages call it; one that has no words, by its key. */
export function auditFieldWords(act: AuditAct, key: string, locale: Locale): string {
  const language = LOCALES.find((one) => key.endsWith(`.${one}`));
  const path = language ? key.slice(0, -language.length - 1) : key;
  const place = pathWords(act, path, locale) ?? path;
  if (!language) return place;
  const t = translator(locale, "instrument");
  return t("place.in", { place, language: t(`language.${language}`) });
}

function pathWords(act: AuditAct, path: string, locale: Locale): string | null {
  const t = translator(locale, "audit");
  const known = `fields.${OF_ACTS[act]?.[path] ?? path}` as "fields.status";
  if (t.has(known)) return t(known);
  const settings = translator(locale, "editions");
  const setting = `notice.fields.${path}` as "notice.fields.company.name";
  return settings.has(setting) ? settings(setting) : formWords(path, locale);
}

/** Keys that mean something else in one act than in the others. */
const OF_ACTS: Partial<Record<AuditAct, Readonly<Record<string, string>>>> = {
  "edition.copied": { from: "madeFrom" },
  "entry.resolved": { items: "differing" },
};

/** A place in a form, as `db/audited-forms.ts` keeps it: `item.impact.hint`, `section.0.items`, `scale.5`. */
function formWords(path: string, locale: Locale): string | null {
  const t = translator(locale, "audit");
  const place = translator(locale, "instrument");
  const [of = "", key = "", facet = ""] = path.split(".");
  const part = { n: Number(key) + 1 };
  if (["title", "salutation", "introduction"].includes(path)) return place(`place.${path as "title"}`);
  if (of === "scale") return place("place.scale", { score: key });
  if (of === "section" && facet === "title") return place("place.sectionTitle", part);
  if (of === "section" && facet === "hint") return place("place.sectionHint", part);
  if (of === "section" && facet === "items") return t("item.order", part);
  if (of === "item" && facet === "") return t("item.text", { key });
  if (of === "item" && ["hint", "lineage", "amendment"].includes(facet)) return t(`item.${facet as "hint"}`, { key });
  return null;
}
