import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openEmbeddedDatabase } from "@/db/embedded/open";
import { closeDatabase } from "@/db/client";
import { prepareDatabase } from "@/db/migrate";
import { parseEnv } from "@/lib/env";
import { fillDemo } from "./fill";

const { DATA_DIR, DEMO } = parseEnv(process.env);
if (!DEMO) throw new Error("run `npm run demo`");
const directory = join(DATA_DIR, "postgres");

// What an interrupted attempt left.
await rm(directory, { recursive: true, force: true });
const embedded = await openEmbeddedDatabase({ directory });
process.env.DATABASE_URL = embedded.url;
try {
  await prepareDatabase(embedded.url);
  await fillDemo();
  await writeFile(join(DATA_DIR, "filled"), "");
} finally {
  await closeDatabase();
  await embedded.close();
}
