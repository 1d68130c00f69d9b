import { currentHealth, isHealthy } from "@/app/_observe/health";

/** For operators and load balancers: 200 only when answers can be kept, else 503 with what is wrong. */
export async function GET(): Promise<Response> {
  const health = await currentHealth();
  const ok = isHealthy(health);
  const headers = { "cache-control": "no-store" };
  return Response.json({ status: ok ? "ok" : "unavailable", ...health }, { status: ok ? 200 : 503, headers });
}
