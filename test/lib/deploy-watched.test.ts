import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { JINCHEN_2024_NOTICE } from "@/lib/survey/jinchen-2024-notice";

const read = (name: string) => readFileSync(name, "utf8");

describe("what is watched", () => {
  const { services } = parse(read("deploy/compose.yaml"), { merge: true });

  test("ends a process by its memory only after the alert told of it", () => {
    const [, told = ""] = /process_resident_memory_bytes > (\S+)/.exec(read("deploy/alerts.yml")) ?? [];
    const [, unit = ""] = /^MemoryMax=(\d+)G$/m.exec(read("deploy/report-feedback.service")) ?? [];
    const [, container = ""] = /^(\d+)g$/.exec(services.app.mem_limit) ?? [];
    for (const gigabytes of [unit, container])
      expect(Number(gigabytes) * 1024 ** 3).toBeGreaterThan(1.2 * Number(told));
  });

  test("has a backup every day, where the app looks for its age, as long as the notice promises", () => {
    const { environment, volumes } = services.app;
    expect(volumes).toEqual([{ ...services.backup.volumes[0], read_only: true }]);
    expect(volumes[0]).toMatchObject({ target: environment.BACKUP_DIR, bind: { create_host_path: false } });
    const { backupDays } = JINCHEN_2024_NOTICE;
    const keep = `--to ${environment.BACKUP_DIR} --keep ${backupDays}; then sleep ${24 * 60 * 60};`;
    expect(services.backup.command.at(-1)).toContain(keep);
    expect(read("deploy/report-feedback-backup.service")).toContain(`--keep ${backupDays}`);
  });

  test("keeps network logs for the months that the notice promises, and then deletes them", () => {
    const least = (JINCHEN_2024_NOTICE.networkLogMonths ?? Number.NaN) * 31;
    const [, days = ""] = /^MaxRetentionSec=(\d+)day$/m.exec(read("deploy/journald.conf")) ?? [];
    const [, rotations = ""] = /^\s*rotate (\d+)$/m.exec(read("deploy/logrotate.conf")) ?? [];
    expect(read("deploy/logrotate.conf")).toMatch(/^\s*daily$/m);
    for (const kept of [days, rotations]) {
      expect(Number(kept)).toBeGreaterThanOrEqual(least);
      expect(Number(kept)).toBeLessThan(least + 31);
    }
    const [, folder = ""] = /^(\S+)\/\*\.log \{$/m.exec(read("deploy/logrotate.conf")) ?? [];
    const logs = [...read("deploy/nginx.conf").matchAll(/^ +(?:access|error)_log (\S+)/gm)].map(([, path]) => path);
    expect(logs.map((path) => path?.replace(/\/[^/]+\.log$/, ""))).toEqual([folder, folder]);
  });
});
