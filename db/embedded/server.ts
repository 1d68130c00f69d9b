import { appendFile, open, readFile, rename, stat } from "node:fs/promises";
import { relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chooseAccount, giveTo, launch, run } from "./account";
import type { Binaries } from "./binaries";
import type { Cluster } from "./cluster";
import { EmbeddedDatabaseError } from "./error";
import { findPostmaster, lastPort } from "./postmaster";
import { freePort, takeTurn } from "./turn";

const LOG_LIMIT = 1_000_000;
const STOP_LIMIT = 60_000;

/** Starts the server unless one runs or another process is starting one; false if PostgreSQL gave up. */
export async function startServer(cluster: Cluster, binaries: Binaries, deadline: number): Promise<boolean> {
  const turn = await takeTurn(cluster.data);
  if (!turn) return true;
  try {
    const found = await findPostmaster(cluster.data);
    return found.running || (await startInTurn(cluster, binaries, deadline, found.stalePid));
  } finally {
    await turn.release();
  }
}

async function startInTurn(cluster: Cluster, binaries: Binaries, deadline: number, stalePid: number | null) {
  const account = await chooseAccount(binaries, cluster.directory, cluster.data);
  const port = await freePort(await lastPort(cluster.data));
  const log = await openLog(cluster.log);
  const isOurs = (await stat(cluster.data)).uid === (account.ids?.uid ?? process.getuid?.());
  await giveTo(account, cluster.directory, ...(isOurs ? [relative(cluster.directory, cluster.log)] : ["cluster"]));
  const settings = Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // Errors would write readers' answers into the log, and checkpoints would make it grow for ever.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const options = ["-p", String(port), ...settings];
  // On Windows only pg_ctl can shed an administrator's rights.
  const command =
    process.platform === "win32"
      ? [binaries.pgCtl, "start", "-W", "-D", cluster.data, "-o", options.join(" ")]
      : [binaries.postgres, "-D", cluster.data, ...options];
  // PostgreSQL takes any living process for a server, except its grandparent: so a re-used number is named as such.
  const extra = stalePid ? { PG_GRANDPARENT_PID: String(stalePid) } : {};
  const child = launch(account, binaries, command, log.fd, extra);
  const attempt = { failed: false };
  child.once("error", (error) => {
    attempt.failed = true;
    void appendFile(cluster.log, `${error.message}\n`);
  });
  child.once("exit", (code) => (attempt.failed = code !== 0 || process.platform !== "win32"));
  child.unref();
  await log.close();
  while (Date.now() < deadline && !attempt.failed) {
    const found = await findPostmaster(cluster.data);
    if (found.running && found.ready) return true;
    await sleep(10);
  }
  return !attempt.failed;
}

/** Stops the server, letting nobody finish, and waits until it is down. */
export async function stopServer(cluster: Cluster, binaries: Binaries): Promise<void> {
  const found = await findPostmaster(cluster.data);
  if (!found.running) return;
  if (process.platform === "win32") {
    await run({ prefix: [], ids: null }, binaries, [binaries.pgCtl, "kill", "INT", String(found.pid)]);
  } else {
    interrupt(found.pid);
  }
  for (const end = Date.now() + STOP_LIMIT; Date.now() < end; await sleep(10)) {
    const now = await findPostmaster(cluster.data);
    if (!now.running || now.pid !== found.pid) return;
  }
  throw new EmbeddedDatabaseError(
    `The embedded database (process ${found.pid}) did not stop within ${STOP_LIMIT / 1000} s: ` +
      `look into ${cluster.log}, and stop it by hand with SIGINT if it goes on.`,
  );
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The error for a server that nobody could start or reach, with the end of its log. */
export async function startError(cluster: Cluster, cause: string): Promise<EmbeddedDatabaseError> {
  const log = await readFile(cluster.log, "utf8").catch(() => "");
  const end = log.trim().split("\n").slice(-6).join("\n");
  return new EmbeddedDatabaseError(
    `自带的数据库（${cluster.directory}）没能启动，没有删除任何内容：请按日志所说处理后重新启动，或设置 DATABASE_URL。\n` +
      `The embedded database in ${cluster.directory} ${cause}, and nothing was deleted: mend what its log names and start again, ` +
      `or set DATABASE_URL. The last lines of ${cluster.log}:\n${end || "(empty)"}`,
  );
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (status) => status.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(path, `${path}.old`);
  return open(path, "a", 0o600);
}
