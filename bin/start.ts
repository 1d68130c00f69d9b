import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { endAfterBug } from "./end-after-bug";
import { watch } from "./observe/watch";
import { serve } from "./serve";
import { readSettings } from "./settings";
import { tellError } from "./tell-error";

const dev = process.argv.includes("--dev");
// Next and React choose their build by this when they are first imported, hence the dynamic imports below.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
// Charts are drawn in our own Chinese face: the machine may have none. Read once, when the first text is drawn.
process.env.FONTCONFIG_FILE = join(process.cwd(), "lib/charts/font/fonts.conf");

const { version: VERSION } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** What has been started, to be stopped in the reverse order. */
const running: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

/** Stops everything once, however often it is asked for and however far the start had come. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (let undo = running.pop(); undo; undo = running.pop()) await undo();
  })();
  return stopping;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stop().finally(() => process.exit(0)));
}
try {
  await start();
} catch (error) {
  await stop();
  await tellError(error);
  process.exit(1);
}

/** Brings everything up in order: settings, build, database, first account, server. */
async function start(): Promise<void> {
  const settings = readSettings();
  const watched = watch(settings, { version: VERSION, dev });
  if (!dev) endAfterBug(watched.log, stop);
  if (!dev) await buildIfNeeded();
  await openDatabase(settings);
  const { prepareDatabase } = await import("@/db/migrate");
  await prepareDatabase(process.env.DATABASE_URL ?? "");
  const firstAccount = await prepareAccount(settings);
  await forgetHourly();
  running.push(await watched.open());
  running.push(await serve(settings, { dev, ...watched }));
  watched.log.info({ version: VERSION, node: process.version }, "started");

  say(`\n  意见反馈表 feedback form   ${settings.publicUrl}/`);
  say(`  证券事务部 department      ${settings.publicUrl}/admin`);
  if (firstAccount) say(`  首个账号 first account     ${firstAccount}`);
  say("");
}

/** Starts or joins the embedded database where DATABASE_URL is unset. */
async function openDatabase(settings: Env): Promise<void> {
  if (settings.DATABASE_URL) return;
  const { openEmbeddedDatabase } = await import("@/db/embedded/open");
  const opening = openEmbeddedDatabase({ directory: join(settings.DATA_DIR, "postgres") });
  // A signal while it opens waits for it: nobody else would close it.
  running.push(async () => (await opening.catch(() => null))?.close());
  process.env.DATABASE_URL = (await opening).url;
}

/** Makes the first account from the settings, or says where it can be made; null when there are accounts. */
async function prepareAccount(settings: Env): Promise<string | null> {
  const { prepareFirstAccount } = await import("@/db/staff");
  const { closeDatabase } = await import("@/db/client");
  try {
    const outcome = await prepareFirstAccount(settings.STAFF_EMAIL, settings.STAFF_PASSWORD);
    if (outcome.kind === "created") return settings.STAFF_EMAIL ?? null;
    return outcome.kind === "set-up-token" ? `${settings.publicUrl}/admin/set-up?token=${outcome.token}` : null;
  } finally {
    await closeDatabase();
  }
}

/** Forgets what has a time of its own as soon as that is over, also while nobody asks for anything. */
async function forgetHourly(): Promise<void> {
  const { forgetSenders } = await import("@/db/senders");
  const { forgetGuesses } = await import("@/db/sign-in-brake");
  const { forgetOldImports } = await import("@/db/import-batches");
  // A database that does not answer is told by what needs it now; here the next hour will do.
  const forget = async () => {
    await forgetSenders(new Date()).catch(() => {});
    await forgetGuesses(new Date()).catch(() => {});
    await forgetOldImports(new Date()).catch(() => {});
  };
  await forget();
  setInterval(() => void forget(), 60 * 60 * 1000).unref();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
