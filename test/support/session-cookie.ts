import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";

/** The cookies of a new session of a member of staff, for an hour, as the running app makes them. */
export async function sessionCookie(sql: postgres.Sql, staffId: string): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await sql`insert into staff_session (id, staff_id, token, expires_at)
    values (${randomUUID()}, ${staffId}, ${token}, now() + interval '1 hour')`;
  const [secret] = await sql`select signing from server_secret`;
  const signature = createHmac("sha256", process.env.AUTH_SECRET || String(secret?.signing)).update(token);
  const session = `${token}.${signature.digest("base64")}`;
  return `feedback.session_token=${encodeURIComponent(session)}; feedback.post=${proofOf(session)}`;
}

/** What app/_session/foreign-post.ts has a form sent without script prove its session by. */
export function proofOf(session: string): string {
  return createHash("sha256").update(`post\n${session}`).digest("base64url");
}
