import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";

/** What postmaster.pid says, checked against the processes that live. */
export type Postmaster =
  { running: true; pid: number; port: number; ready: boolean } | { running: false; stalePid: number | null };

/** Finds the server that runs on a data directory. */
export async function findPostmaster(data: string): Promise<Postmaster> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => null);
  const lines = text?.split("\n").map((line) => line.trim()) ?? [];
  const pid = Number(lines[0]);
  if (!(pid > 0) || !(await isPostmaster(pid, data))) return { running: false, stalePid: pid > 0 ? pid : null };
  return { running: true, pid, port: Number(lines[3]), ready: lines[7] === "ready" };
}

/** The port that the last server on a data directory listened on, or null. */
export async function lastPort(data: string): Promise<number | null> {
  const options = await readFile(join(data, "postmaster.opts"), "utf8").catch(() => "");
  const port = /"-p" "(\d+)"/.exec(options)?.[1];
  return port ? Number(port) : null;
}

// A number in a left-over postmaster.pid may meanwhile belong to any program, or to a zombie.
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform === "linux") {
    try {
      return (await readlink(`/proc/${pid}/cwd`)) === data;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
      const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
      return name.trim() === "postgres";
    }
  }
  const [command, args] =
    process.platform === "win32"
      ? (["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]] as const)
      : (["ps", ["-p", String(pid), "-o", "comm="]] as const);
  const { stdout } = await promisify(execFile)(command, args, { windowsHide: true }).catch(() => ({ stdout: "" }));
  return /^"?postgres/i.test(basename(stdout.trim()));
}
