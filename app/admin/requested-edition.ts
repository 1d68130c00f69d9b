import { cache } from "react";
import { notFound } from "next/navigation";
import { type Edition, listEditions } from "@/db/editions";

/** The edition that an address names, or the newest when it names none, and all there are; 404 when there is none. */
export const requestedEdition = cache(
  async (slug: string | undefined): Promise<{ edition: Edition; editions: Edition[] }> => {
    const editions = await listEditions();
    const edition = slug === undefined ? editions[0] : editions.find((candidate) => candidate.slug === slug);
    return { edition: edition ?? notFound(), editions };
  },
);
