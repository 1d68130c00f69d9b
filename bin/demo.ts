import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { SETTING_NAMES } from "@/lib/env";
import { DEMO_PEOPLE } from "./demo/people";

/** A place of its own, so that neither the data nor the address of a real installation is ever touched. */
const DIRECTORY = ".demo";
const PORT = "3001";

/** What of the environment the demo follows; everything else, also what stands in .env, is as if unset. */
const FOLLOWED: readonly string[] = ["HOST", "PORT", "PUBLIC_URL", "TRUSTED_PROXIES"];

if (process.env.DATABASE_URL) {
  process.stderr.write("DATABASE_URL is set: the demo keeps its own database, and never goes to yours. Unset it.\n");
  process.exit(1);
}
// Blank and not deleted: a value of .env would take the place of what is missing.
for (const name of SETTING_NAMES) if (!FOLLOWED.includes(name)) process.env[name] = "";
Object.assign(process.env, { DATA_DIR: DIRECTORY, DEMO: "true", LOG_LEVEL: "warn", PORT: process.env.PORT || PORT });

if (!existsSync(`${DIRECTORY}/filled`)) {
  process.stdout.write("Making the demo's database (once, some seconds) …\n");
  if ((await makeDatabase()) !== 0) process.exit(1);
}
const people = DEMO_PEOPLE.map(({ email, password, title }) => `  ${title.padEnd(24)} ${email}   ${password}`);
process.stdout.write(`
  演示数据，均为虚构 demonstration data, all invented (${DIRECTORY}/; delete it to start afresh)
${people.join("\n")}
`);
await import("./start");

/** In a process of its own: what it read of the settings must not stand in the way of the start. */
function makeDatabase(): Promise<number | null> {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/demo/make-database.ts"], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
}
