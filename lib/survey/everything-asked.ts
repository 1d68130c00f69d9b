import { type Instrument, itemsOf } from "./instrument";
import { addItem } from "./instrument-edits";
import { haveSameRatings } from "./instrument-rules";

/**
 * The newest version of an edition's form with everything that its answers may answer: an open item that only earlier
 * versions asked (`answered`, newest first) stands at the end, so that the others keep their numbers. Throws where an
 * earlier version has other rating items: ratings are kept by place, and counting them together would be wrong.
 */
export function everythingAsked(newest: Instrument, answered: readonly Instrument[]): Instrument {
  return answered.reduce((all, version) => {
    if (!haveSameRatings(all, version)) throw new Error("versions of this edition's instrument ask different ratings");
    const known = new Set(itemsOf(all).map(({ key }) => key));
    const gone = itemsOf(version).filter(({ key }) => !known.has(key));
    return gone.reduce((form, item) => addItem(form, form.sections.length - 1, item), all);
  }, newest);
}
