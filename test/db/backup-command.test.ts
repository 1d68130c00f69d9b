import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentOf, directory, filledDatabase, ownDatabase } from "@/test/support/backups";

/** Runs a command of `bin` as `npm run` does, with the database's address in a file alone. */
async function run(command: string, url: string, ...args: string[]) {
  const file = join(directory, "database_url");
  await writeFile(file, `${url}\n`);
  const env = { ...process.env, DATABASE_URL: "", DATABASE_URL_FILE: file, DATA_DIR: join(directory, "none") };
  return spawnSync(process.execPath, ["--import", "tsx", `bin/${command}.ts`, ...args], { env, encoding: "utf8" });
}

test("backup and restore go to the database whose address stands in a file", async () => {
  const [from, to] = [await filledDatabase(), await ownDatabase("empty")];
  const backup = await run("backup", from.url, "--to", join(directory, "made"));
  expect(backup).toMatchObject({ status: 0, stderr: "" });
  const [made = ""] = await readdir(join(directory, "made"));
  const restored = await run("restore", to.url, join(directory, "made", made));
  expect(restored).toMatchObject({ status: 0, stderr: "" });
  expect(await contentOf(to.sql)).toEqual(await contentOf(from.sql));
}, 60_000);
