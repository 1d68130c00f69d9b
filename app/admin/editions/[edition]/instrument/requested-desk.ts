import { notFound } from "next/navigation";
import type { Edition } from "@/db/editions";
import type { InstrumentDesk } from "@/db/instrument-desk";
import { findInstrumentDesk } from "@/db/instruments";
import type { Staff } from "@/lib/staff";
import { requestedEdition } from "../../../requested-edition";

/** The edition that an address names, and its form as the editor needs it; 404 when there is none. */
export async function requestedDesk(staff: Staff, slug: string): Promise<{ edition: Edition; desk: InstrumentDesk }> {
  const { edition } = await requestedEdition(slug);
  const desk = await findInstrumentDesk(staff, slug);
  return { edition, desk: desk ?? notFound() };
}
