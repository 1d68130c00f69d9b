import { readBytes } from "@/app/[locale]/[edition]/responses/read-fields";

/** What a form says around its files. */
export const ENVELOPE = 16 * 1024;

/** A form with files of at most so many bytes; null when it is longer, and without fields when it is no form. */
export async function readSentForm(request: Request, most: number): Promise<FormData | null> {
  const body = await readBytes(request, most + ENVELOPE);
  if (!body) return null;
  const type = request.headers.get("content-type") ?? "";
  const sent = new Response(Uint8Array.from(body), { headers: { "content-type": type } });
  return sent.formData().catch(() => new FormData());
}

/** 303 to an address of ours, relative: behind a proxy the app does not know its own. */
export const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
