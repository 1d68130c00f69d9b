import { findLogo } from "@/db/logos";

/** A company's logo, for anybody. Another picture has another address, so that this one is kept for ever. */
export async function GET(_request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  const found = await findLogo((await params).hash);
  if (!found) return new Response(null, { status: 404 });
  const headers = {
    "content-type": found.type,
    "cache-control": "public, max-age=31536000, immutable",
  };
  return new Response(Uint8Array.from(found.picture), { headers });
}
