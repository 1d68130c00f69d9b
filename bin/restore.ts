import { parseArgs } from "node:util";
import { readWhole } from "@/db/backup/read";
import { restoreBackup } from "@/db/backup/restore";
import { readSettings, withDatabase } from "./settings";
import { tellError } from "./tell-error";

const USAGE = `用法 usage: npm run restore -- [--check] report-feedback-….backup.gz

  把备份恢复到一个空数据库（DATABASE_URL，或 DATA_DIR 指向的新目录），核对每一个字节，然后升级到本版本。
  Restores a backup into an empty database (DATABASE_URL, or a new directory named by DATA_DIR), compares every byte, and
  brings it to this version.
  --check  只核对文件，不碰任何数据库。Only checks the file, and goes to no database.
`;

async function restore(file: string, check: boolean): Promise<void> {
  const { header, manifest } = check
    ? await readWhole(file)
    : await withDatabase(readSettings(), (url) => restoreBackup(url, file));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`
  ${check ? "备份完好 sound   " : "已经恢复 restored"}  ${file}
  备份时刻 moment    ${header.takenAt}
  内容 content       ${rows.toLocaleString("en")} 行 rows, ${manifest.tables.length} 张表 tables
${manifest.tables.map(({ table, rows: n, sha256 }) => `    ${table.padEnd(20)} ${String(n).padStart(9)}  ${sha256.slice(0, 16)}\n`).join("")}
`);
}

function options(): { file: string; check: boolean } | null {
  try {
    const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
    const [file, ...more] = positionals;
    return file && more.length === 0 ? { file, check: values.check ?? false } : null;
  } catch {
    return null;
  }
}

const asked = options();
try {
  if (asked) await restore(asked.file, asked.check);
  else process.stderr.write(USAGE);
  process.exit(asked ? 0 : 2);
} catch (error) {
  await tellError(error);
  process.exit(1);
}
