import { notFound } from "next/navigation";
import { z } from "zod";
import { type Instrument, openItemsOf } from "@/lib/survey/instrument";

/** Which stretch of which item's verbatims: those after a response, or from the newest on. */
export interface RequestedVerbatims {
  readonly item: string;
  readonly after: string | undefined;
}

/** Reads what an address asks for; the first open item when it names none. 404 for what cannot exist. */
export function requestedVerbatims(
  instrument: Pick<Instrument, "sections">,
  item: string | undefined,
  after: string | undefined,
): RequestedVerbatims {
  const open = openItemsOf(instrument);
  const asked = item === undefined ? open[0] : open.find(({ key }) => key === item);
  if (!asked || (after !== undefined && !z.uuid().safeParse(after).success)) notFound();
  return { item: asked.key, after };
}

/** The address of such a stretch; what is undefined is left out. */
export function verbatimsAddress(query: Readonly<Record<string, string | undefined>>): string {
  const named = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = new URLSearchParams(named);
  return search.size > 0 ? `/admin/verbatims?${search}` : "/admin/verbatims";
}
