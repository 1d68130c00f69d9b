import { type Instrument, type Section, ratingItemsOf } from "./instrument";

/** A form with a section one place up or down; as it was where there is no further to go. */
export function moveSection(instrument: Instrument, place: number, by: -1 | 1): Instrument {
  const [moved, other] = [instrument.sections[place], instrument.sections[place + by]];
  if (!moved || !other) return instrument;
  const sections = instrument.sections.map((section) =>
    section === moved ? other : section === other ? moved : section,
  );
  return { ...instrument, sections };
}

/** A form without a section and its items, of which answers to versions that have them keep theirs; one always stays. */
export function retireSection(instrument: Instrument, place: number): Instrument {
  if (instrument.sections.length < 2) return instrument;
  return { ...instrument, sections: instrument.sections.filter((_, other) => other !== place) };
}

/** A form with one more section, at the end. */
export function addSection(instrument: Instrument, added: Section): Instrument {
  return { ...instrument, sections: [...instrument.sections, added] };
}

/** What can be done to a section. Once an edition is under way its ratings stay, in their order. */
export function sectionActs(
  { sections }: Pick<Instrument, "sections">,
  place: number,
  isUnderWay: boolean,
): readonly ("section-up" | "section-down" | "section-retire")[] {
  const hasRatings = (section: Section | undefined) => section && ratingItemsOf({ sections: [section] }).length > 0;
  const isFixed = isUnderWay && hasRatings(sections[place]);
  const canPass = (other: Section | undefined) => other !== undefined && !(isFixed && hasRatings(other));
  return [
    ...(canPass(sections[place - 1]) ? (["section-up"] as const) : []),
    ...(canPass(sections[place + 1]) ? (["section-down"] as const) : []),
    ...(sections.length > 1 && !isFixed ? (["section-retire"] as const) : []),
  ];
}
