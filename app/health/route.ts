import { isDatabaseUp } from "@/db/health";

/** For operators and load balancers: 200 only when the database answers. */
export async function GET(): Promise<Response> {
  const up = await isDatabaseUp();
  return Response.json({ status: up ? "ok" : "database unavailable" }, { status: up ? 200 : 503 });
}
