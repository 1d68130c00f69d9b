import type { EditionDefinition } from "@/lib/survey/edition";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { database } from "@/db/client";
import { type Edition, findEdition, insertEdition } from "@/db/editions";

/** The edition of a slug; throws when there is none. */
export async function theEdition(slug = "2024"): Promise<Edition> {
  const found = await findEdition(slug);
  if (!found) throw new Error(`no edition ${slug}`);
  return found;
}

/** Publishes an edition like that of 2024 but for what is given: `anEdition({ slug: "2023", state: "closed" })`. */
export async function anEdition(changes: Partial<EditionDefinition> & { slug: string }): Promise<Edition> {
  await database().transaction((tx) => insertEdition(tx, { ...JINCHEN_2024, ...changes }, new Date()));
  return theEdition(changes.slug);
}
