import { requireStaffForRoute } from "@/app/_session/staff";

/** Whether somebody is still signed in: 204, or the refusal that a page would give. */
export async function GET(): Promise<Response> {
  const staff = await requireStaffForRoute();
  if (!staff.ok) return staff.error;
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}
