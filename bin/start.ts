import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync } from "node:fs";
import { join } from "node:path";
import en from "@/lib/messages/en/failure.json";
import zh from "@/lib/messages/zh-CN/failure.json";
import { EnvError, type Env, parseEnv } from "@/lib/env";
import { buildIfNeeded } from "./build";

const dev = process.argv.includes("--dev");
// Next and React choose their build by this when they are first imported, hence the dynamic imports below.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });

try {
  await start();
} catch (error) {
  const expected = error instanceof EnvError || (error instanceof Error && error.name === "EmbeddedDatabaseError");
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

/** Brings everything up in order: settings, build, database, first account, server; stops in the reverse order. */
async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = parseEnv(process.env);
  if (!dev) await buildIfNeeded();

  const closeEmbedded = await openDatabase(settings);
  const { prepareDatabase } = await import("@/db/migrate");
  await prepareDatabase(process.env.DATABASE_URL ?? "");
  const firstAccount = await prepareAccount(settings);
  const stopServing = await serve(settings).catch(async (error: unknown) => {
    await closeEmbedded();
    throw error;
  });

  say(`\n  意见反馈表 feedback form   ${settings.publicUrl}/`);
  say(`  证券事务部 department      ${settings.publicUrl}/admin`);
  if (firstAccount) say(`  首个账号 first account     ${settings.publicUrl}/admin/set-up?token=${firstAccount}`);
  say("");

  const stop = async () => {
    await stopServing();
    await closeEmbedded();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void stop());
}

/** Starts or joins the embedded database where DATABASE_URL is unset; returns what leaves it again. */
async function openDatabase(settings: Env): Promise<() => Promise<void>> {
  if (settings.DATABASE_URL) return async () => {};
  const { openEmbeddedDatabase } = await import("@/db/embedded/open");
  const embedded = await openEmbeddedDatabase({ directory: join(settings.DATA_DIR, "postgres") });
  process.env.DATABASE_URL = embedded.url;
  return embedded.close;
}

/** Makes the first account from the settings; otherwise returns the token of a set-up link while there is none. */
async function prepareAccount(settings: Env): Promise<string | null> {
  const { prepareFirstAccount } = await import("@/db/staff");
  const { closeDatabase } = await import("@/db/client");
  const outcome = await prepareFirstAccount(settings.STAFF_EMAIL, settings.STAFF_PASSWORD);
  await closeDatabase();
  return outcome.kind === "set-up-token" ? outcome.token : null;
}

/** Serves the app on HOST:PORT. Stopping refuses new connections and lets requests under way finish. */
async function serve({ HOST, PORT }: Env): Promise<() => Promise<void>> {
  const { default: next } = await import("next");
  // No hostname: Next writes 127.0.0.1 as localhost in rewrites and would then take its own address for a stranger's.
  const app = next({ dev, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (isReadable(request.url ?? "")) void handle(request, response);
    else response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end(`${zh.address} ${en.address}\n`);
  });
  await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new EnvError([`PORT: ${PORT} is taken by another program`]) : error),
    );
    server.listen(PORT, HOST, () => resolve(server.address() as AddressInfo));
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
    await closed;
    await app.close();
  };
}

/** Whether an address is made of characters; Next answers percent signs that are none with 500. */
function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
