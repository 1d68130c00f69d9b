import type { AuditedState } from "@/lib/audit";
import { LOCALES } from "@/lib/locale";
import { itemsOf } from "@/lib/survey/instrument";
import { type InstrumentForm, textsOf } from "@/lib/survey/instrument-changes";

/** What differs between two states of a form, for the audit log: `item.impact.en` and the like; null for nothing. */
export function auditedForms(
  before: InstrumentForm,
  after: InstrumentForm,
): { before: AuditedState; after: AuditedState } | null {
  const [old, young] = [facetsOf(before), facetsOf(after)];
  const places = [...new Set([...old.keys(), ...young.keys()])].filter(
    (place) => JSON.stringify(old.get(place)) !== JSON.stringify(young.get(place)),
  );
  const stateOf = (facets: ReturnType<typeof facetsOf>) =>
    Object.fromEntries(places.map((place) => [place, facets.get(place) ?? null]));
  return places.length === 0 ? null : { before: stateOf(old), after: stateOf(young) };
}

function facetsOf({ document, asks }: InstrumentForm): Map<string, AuditedState[string]> {
  const texts = [...textsOf(document)].flatMap(([place, text]) =>
    LOCALES.map((locale) => [`${place}.${locale}`, text[locale]] as const),
  );
  const said = itemsOf(document).flatMap(({ key, lineage, amendment }) => [
    [`item.${key}.lineage`, lineage ?? null] as const,
    [`item.${key}.amendment`, amendment ?? null] as const,
  ]);
  const order = document.sections.map(
    ({ items }, place) => [`section.${place}.items`, items.map(({ key }) => key)] as const,
  );
  return new Map<string, AuditedState[string]>([...texts, ...said, ...order, ["asks", [...asks].toSorted()]]);
}
