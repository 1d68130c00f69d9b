import { readFile, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EmbeddedDatabaseError } from "./error";

/** What stands beside a cluster: the one being made, links to libraries, what a file system or a desktop puts anywhere. */
const BESIDE = /^(new-\d+-.*|libraries|lost\+found|\..*)$/;

/** Without any of these a server does not start, or would begin with less than there was. */
const PARTS = ["PG_VERSION", "global/pg_control", "base", "pg_wal", "pg_xact", "postgresql.conf", "pg_hba.conf"];
const CONTROL_BYTES = 8192;

const RESTORE =
  "没有改动或删除任何内容。请将其移到别处，用 npm run restore 把备份恢复到新目录，或改用正确的 DATA_DIR。\n";
const RESTORE_EN =
  "Nothing was changed or deleted: move it away and restore a backup into a new directory (npm run restore), or name the right DATA_DIR.";

/**
 * Refuses a directory without a cluster in which something else lies: a copy of a database in the wrong place would seem
 * lost beside a new and empty one.
 */
export async function requireRoom(directory: string): Promise<void> {
  const strangers = (await readdir(directory)).filter((name) => !BESIDE.test(name));
  const outside = await stat(join(dirname(directory), "PG_VERSION")).catch(() => null);
  if (strangers.length === 0 && !outside) return;
  const found = outside ? join(dirname(directory), "PG_VERSION") : join(directory, strangers[0] ?? "");
  throw new EmbeddedDatabaseError(
    `${directory} 中没有 cluster 目录，却有其他文件（${found}），因此没有新建数据库。${RESTORE}` +
      `There is no cluster in ${directory}, but something else (${found}), so no database was made there. ${RESTORE_EN}`,
  );
}

/** Refuses a cluster of another PostgreSQL, one that this user cannot read, and one of which a part is missing. */
export async function requireWhole(home: string, majorVersion: number): Promise<void> {
  const data = join(home, "data");
  const version = (await readPart(home, join(data, "PG_VERSION"))).trim();
  if (!/^\d+$/.test(version)) throw damaged(home, "data/PG_VERSION");
  if (version !== String(majorVersion)) throw otherVersion(home, version, majorVersion);
  for (const part of PARTS) {
    const found = await stat(join(data, part)).catch((error: NodeJS.ErrnoException) => error);
    if (found instanceof Error) throw found.code === "EACCES" ? unreadable(home, found) : damaged(home, `data/${part}`);
    if (part === "global/pg_control" && found.size !== CONTROL_BYTES) throw damaged(home, `data/${part}`);
  }
}

/** A file of a cluster; refuses the cluster when it cannot be read. */
export async function readPart(home: string, file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") throw damaged(home, file.slice(home.length + 1));
    throw unreadable(home, error);
  });
}

function damaged(home: string, part: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `${home} 中的数据库不完整或已损坏（${part}）。${RESTORE}` +
      `The database in ${home} is not whole, or damaged (${part}). ${RESTORE_EN}`,
  );
}

function unreadable(home: string, error: NodeJS.ErrnoException): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `无法读取 ${home} 中的数据库（${error.code}，${error.path}）：请用建立它的用户启动。没有改动或删除任何内容。\n` +
      `The database in ${home} cannot be opened (${error.code} on ${error.path}): start as the user who made it. ` +
      `Nothing was changed or deleted.`,
  );
}

function otherVersion(home: string, theirs: string, ours: number): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `${home} 中的数据库由 PostgreSQL ${theirs} 建立，而本程序自带 PostgreSQL ${ours}。没有改动任何内容。` +
      `请用原来的程序执行 npm run backup，再用本程序恢复到新目录。\n` +
      `The database in ${home} was made by PostgreSQL ${theirs}, but this program brings PostgreSQL ${ours}. Nothing was ` +
      `changed: back it up with the program that made it (npm run backup), and restore it into a new directory with this one.`,
  );
}
