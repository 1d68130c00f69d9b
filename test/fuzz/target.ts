import { spawn } from "node:child_process";
import { once } from "node:events";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import { ROLES } from "@/lib/staff";
import { type EmbeddedApp, openEmbeddedApp } from "@/test/faults/harness/embedded-scene";
import { addressAt } from "@/test/support/department-tree";
import { sessionCookie } from "@/test/support/session-cookie";
import { type Field, type Known, fieldsOf, knownParameters } from "./known";
import { everyAction } from "./places";

/** An app with the demo's two rounds to send bad requests to, and what is known of it. */
export interface Target extends EmbeddedApp {
  readonly sql: postgres.Sql;
  readonly known: Known;
}

/** Fills a database below an empty directory, and starts the app on it with a session for each role. */
export async function openTarget(directory: string): Promise<Target> {
  const env = { ...process.env, DATA_DIR: join(directory, "data"), DATABASE_URL: "", DEMO: "true" };
  const filling = spawn(process.execPath, ["--import", "tsx", "bin/demo/make-database.ts"], { env, stdio: "inherit" });
  const [code] = (await once(filling, "exit")) as [number | null];
  if (code !== 0) throw new Error("the demo's database could not be filled");
  const app = await openEmbeddedApp(directory);
  const sql = postgres(app.database, { max: 2, onnotice: () => {} });
  const cookies: Record<string, string | null> = { visitor: null };
  for (const role of ROLES) {
    const id = randomUUID();
    await sql`insert into staff (id, name, email, role) values (${id}, ${`${role} 𠮷`}, ${`${id}@example.cn`}, ${role})`;
    cookies[role] = await sessionCookie(sql, id);
  }
  const parameters = await knownParameters(sql);
  const actions = everyAction();
  const fields = new Map<string, readonly Field[]>();
  for (const path of new Set(actions.map((action) => action.path))) {
    const answer = await fetch(`${app.base}${realAddress(path, parameters)}`, {
      headers: { cookie: cookies.administrator ?? "" },
    });
    fields.set(path, fieldsOf(await answer.text()));
  }
  return {
    ...app,
    sql,
    known: { parameters, cookies, actions, fields },
    async close() {
      await sql.end({ timeout: 1 });
      await app.close();
    },
  };
}

function realAddress(path: string, parameters: Known["parameters"]): string {
  return addressAt(path.replaceAll(/\[(\w+)\]/g, (whole, name: string) => parameters[name]?.at(-1) ?? whole));
}
