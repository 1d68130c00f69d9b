import type { FindEdition } from "@/app/[locale]/[edition]/responses/take-submission";
import { type Edition, findEdition } from "@/db/editions";
import { availabilityOf } from "@/lib/survey/edition";
import type { ReadMark } from "./form-marks";
import { PageMemory } from "./page-memory";

/** Three rounds that are open at once, with some versions of their forms. */
const MOST_EDITIONS = 16;

/**
 * Finds editions that are open, with their forms, and reads them again once their mark is another. Of channels the mark has
 * the codes alone, which is all that a submission asks for.
 */
export function knownEditions(readMark: ReadMark): FindEdition {
  const editions = new PageMemory<{ readonly mark: string; readonly edition: Edition }>(MOST_EDITIONS);
  return async (slug, version) => {
    const form = await readMark(slug);
    if (!form) return findEdition(slug, version);
    // Before its sender is counted, which Next does as well.
    if (availabilityOf(form, new Date()) !== "open") return null;
    const name = `${slug} ${version ?? ""}`;
    const kept = editions.find(name);
    if (kept?.mark === form.mark) return kept.edition;
    const edition = await findEdition(slug, version);
    if (edition) editions.keep(name, { mark: form.mark, edition });
    return edition;
  };
}
