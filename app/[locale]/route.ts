import { logFailure } from "@/app/_observe/log-failure";
import { thisRequest } from "@/app/_observe/this-request";
import { listEditions } from "@/db/editions";
import { isStorageFailure } from "@/db/errors";
import { type Locale, findLocale } from "@/lib/locale";
import { FAILURE_WORDS } from "@/lib/messages/failure";
import { availabilityOf } from "@/lib/survey/edition";
import { addressOf } from "./_frame/address";

const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

/** `/` and `/en`: on to the open edition, else to the newest one, whose page says how things stand. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const locale = findLocale((await params).locale);
  // /favicon.ico and the like, which proxy.ts leaves alone.
  if (!locale) return new Response(null, { status: 404 });
  const editions = await listEditions().catch(whileDown);
  if (!editions) return plainFailure(locale, await thisRequest());
  const now = new Date();
  const target = editions.find((edition) => availabilityOf(edition, now) === "open") ?? editions[0];
  if (!target) return new Response("no edition", { status: 404 });
  const { search } = new URL(request.url);
  const headers = { location: addressOf(locale, target.slug) + search, "cache-control": "no-store" };
  return new Response(null, { status: 307, headers });
}

function whileDown(error: unknown): null {
  if (!isStorageFailure(error)) throw error;
  logFailure(error);
  return null;
}

function plainFailure(locale: Locale, request: string | null): Response {
  const { text, reference } = FAILURE_WORDS[locale];
  const lines = request ? [text, reference + request] : [text];
  return new Response(`${lines.join("\n")}\n`, { status: 503, headers: PLAIN });
}
