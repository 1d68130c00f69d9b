import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Health, currentHealth, dataDisk } from "@/app/_observe/health";
import { processWide } from "@/app/_observe/process-wide";
import { poolUse } from "@/db/client";
import { isBackupFile } from "@/db/backup/write";
import { type OperatorFigures, operatorFigures } from "@/db/operator-figures";
import { type Family, expositionOf, gauge } from "@/lib/metrics/exposition";
import { processFigures } from "./process-figures";

/**
 * Everything that Prometheus is told, as its text; `backups` is the folder where they arrive. What the database cannot say
 * while it is away is left out.
 */
export async function allFigures({
  version,
  backups,
}: {
  version: string;
  backups: string | undefined;
}): Promise<string> {
  const health = await currentHealth();
  const figures = health.database === "ok" ? await operatorFigures(new Date()).catch(() => null) : null;
  const tallies = processWide()?.tallies;
  return expositionOf([
    ...(tallies ? Object.values(tallies).map((tally) => tally.family()) : []),
    ...databaseFigures(health, figures),
    ...(await diskFigures()),
    ...(await backupFigures(backups)),
    ...processFigures(version),
  ]);
}

function databaseFigures(health: Health, figures: OperatorFigures | null): Family[] {
  const { size, running, waiting } = poolUse();
  const rounds = figures?.rounds ?? [];
  const { active, idle, inTransaction } = figures?.connections ?? { active: null, idle: null, inTransaction: null };
  return [
    gauge("report_feedback_database_up", "1 when the database answers.", [
      [{}, health.database === "unavailable" ? 0 : 1],
    ]),
    gauge("report_feedback_migrations_current", "1 when the database has every change that this version needs.", [
      [{}, health.database === "unavailable" ? null : health.database === "ok" ? 1 : 0],
    ]),
    gauge("report_feedback_pool_size", "Connections that this process may open.", [[{}, size]]),
    gauge("report_feedback_pool_transactions", "Transactions of this process: with a connection, or waiting for one.", [
      [{ state: "running" }, running],
      [{ state: "waiting" }, waiting],
    ]),
    gauge("report_feedback_database_connections", "Connections of all processes of this program.", [
      [{ state: "active" }, active],
      [{ state: "idle" }, idle],
      [{ state: "idle in transaction" }, inTransaction],
    ]),
    gauge(
      "report_feedback_round_open",
      "1 for each round that takes answers now.",
      rounds.map(({ slug }) => [{ edition: slug }, 1]),
    ),
    gauge(
      "report_feedback_round_opened_timestamp_seconds",
      "When a round that is open opened.",
      rounds.map(({ slug, openedAt }) => [{ edition: slug }, openedAt]),
    ),
    gauge(
      "report_feedback_last_answer_timestamp_seconds",
      "The beginning of the day of the last answer to a round that is open; an answer's hour is kept nowhere.",
      rounds.map(({ slug, lastAnswerDay }) => [{ edition: slug }, lastAnswerDay]),
    ),
  ];
}

async function diskFigures(): Promise<Family[]> {
  const disk = await dataDisk();
  const bytes = (value: number | undefined) => (value === undefined || value < 0 ? null : value);
  return [
    gauge("report_feedback_disk_free_bytes", "Free on the disk of the embedded database.", [[{}, bytes(disk?.free)]]),
    gauge("report_feedback_disk_size_bytes", "Size of the disk of the embedded database.", [[{}, bytes(disk?.size)]]),
  ];
}

async function backupFigures(folder: string | undefined): Promise<Family[]> {
  if (!folder) return [];
  // 0 where there is none, or no folder: as old as can be.
  const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const made = await Promise.all(
    files
      .filter((file) => file.isFile() && isBackupFile(file.name))
      .map(async ({ name }) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0),
  );
  const newest = Math.floor(Math.max(0, ...made) / 1000);
  return [
    gauge("report_feedback_last_backup_timestamp_seconds", "When the newest backup in BACKUP_DIR was made.", [
      [{}, newest],
    ]),
  ];
}
