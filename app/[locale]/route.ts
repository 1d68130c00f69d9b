import { listEditions } from "@/db/editions";
import { findLocale } from "@/lib/locale";
import { availabilityOf } from "@/lib/survey/edition";
import { addressOf } from "./_frame/address";

/** `/` and `/en`: on to the open edition, else to the newest one, whose page says how things stand. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = findLocale((await params).locale);
  // /favicon.ico and the like, which proxy.ts leaves alone.
  if (!locale) return new Response(null, { status: 404 });
  const editions = await listEditions();
  const now = new Date();
  const target = editions.find((edition) => availabilityOf(edition, now) === "open") ?? editions[0];
  if (!target) return new Response("no edition", { status: 404 });
  const { search } = new URL(request.url);
  const headers = { location: addressOf(locale, target.slug) + search, "cache-control": "no-store" };
  return new Response(null, { status: 307, headers });
}
