import { type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Does a statement as a session that says it is a replica, in which only what is ALWAYS enabled fires. */
export function runAsReplica(statement: SQL) {
  return database().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    return tx.execute(statement);
  });
}
