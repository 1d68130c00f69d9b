import type { TextPlace } from "@/lib/survey/old-years";

/** Where the texts of a place are edited. */
export function placeAddress(place: TextPlace, slug: string): string {
  const round = `/admin/editions/${slug}`;
  const addresses: Record<TextPlace, string> = {
    report: `${round}/settings`,
    form: `${round}/instrument`,
    channels: `/admin/channels?edition=${slug}`,
    notice: `${round}/notice`,
  };
  return addresses[place];
}
