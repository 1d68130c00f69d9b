import { cache } from "react";
import { notFound } from "next/navigation";
import { type Edition, listEditions } from "@/db/editions";
import { currentEdition } from "@/lib/survey/current-edition";

/** The edition that an address names, or the current one when it names none, and all there are; 404 when there is none. */
export const requestedEdition = cache(
  async (slug: string | undefined): Promise<{ edition: Edition; editions: Edition[] }> => {
    const editions = await listEditions();
    const edition =
      slug === undefined ? currentEdition(editions, new Date()) : editions.find((candidate) => candidate.slug === slug);
    return { edition: edition ?? notFound(), editions };
  },
);
