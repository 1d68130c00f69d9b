import type { SignOnRefusal } from "@/lib/single-sign-on";

/** An answer that leads to another address and is kept nowhere. */
export function goTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address, "cache-control": "no-store" } });
}

/** Back to the door, which says why. */
export function refusedSignOn(reason: SignOnRefusal): Response {
  return goTo(`/admin/sign-in?refused=${reason}`);
}
