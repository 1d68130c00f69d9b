import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";

/** The cookie of a new session of a member of staff, for an hour, signed as the running app signs it. */
export async function sessionCookie(sql: postgres.Sql, staffId: string): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await sql`insert into staff_session (id, staff_id, token, expires_at)
    values (${randomUUID()}, ${staffId}, ${token}, now() + interval '1 hour')`;
  const [secret] = await sql`select signing from server_secret`;
  const signature = createHmac("sha256", process.env.AUTH_SECRET || String(secret?.signing)).update(token);
  return `feedback.session_token=${encodeURIComponent(`${token}.${signature.digest("base64")}`)}`;
}
