import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupError } from "@/db/backup/error";
import { deleteOldBackups, writeBackup } from "@/db/backup/write";
import { inBothLanguages } from "@/lib/messages/operator";
import { version } from "../package.json";
import { embeddedDirectory, readSettings, withDatabase } from "./settings";
import { tellError } from "./tell-error";

const USAGE = `用法 usage: npm run backup -- [--to 目录 directory] [--keep 35]

  把整个数据库备份成一个新文件；征集可以照常进行。Writes the whole database into a new file, while answers go on.
  --to    写到哪个目录（BACKUP_DIR，否则 DATA_DIR/backups），最好在另一块磁盘上。Where to, best on another disk.
  --keep  只保留最新的几份，其余删除。How many to keep, the newest; the others are deleted.
`;

/** What ends a backup at a signal: the file that was begun goes, and the database that was started stops. */
const breaking = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => breaking.abort());

async function backUp(to: string | undefined, keep: number | null): Promise<void> {
  const settings = readSettings();
  const embedded = embeddedDirectory(settings);
  if (!settings.DATABASE_URL && !existsSync(join(embedded, "cluster"))) {
    throw new BackupError(inBothLanguages((t) => t("backup.no-database", { directory: embedded })));
  }
  const directory = resolve(to ?? settings.BACKUP_DIR ?? join(settings.DATA_DIR, "backups"));
  const moment = { now: new Date(), program: version, signal: breaking.signal };
  const { file, bytes, header, manifest } = await withDatabase(settings, (url) => writeBackup(url, directory, moment));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const deleted = keep === null ? [] : await deleteOldBackups(directory, keep, new Date());
  process.stdout.write(`
  备份 backup     ${file}
  时刻 moment     ${header.takenAt}（此前收到的答卷都在其中 every answer acknowledged before is in it）
  内容 content    ${rows.toLocaleString("en")} 行 rows, ${manifest.tables.length} 张表 tables, ${bytes.toLocaleString("en")} 字节 bytes
  校验 sha256     ${manifest.sha256}
${deleted.map((name) => `  已删 deleted    ${name}\n`).join("")}
`);
}

function options(): { to: string | undefined; keep: number | null } | null {
  try {
    const { values } = parseArgs({ options: { to: { type: "string" }, keep: { type: "string" } } });
    const keep = values.keep === undefined ? null : Number(values.keep);
    return keep === null || (Number.isInteger(keep) && keep > 0) ? { to: values.to, keep } : null;
  } catch {
    return null;
  }
}

const asked = options();
try {
  if (asked) await backUp(asked.to, asked.keep);
  else process.stderr.write(USAGE);
  process.exit(asked ? 0 : 2);
} catch (error) {
  if (!breaking.signal.aborted) await tellError(error);
  process.exit(1);
}
