import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url));

/** Tests of one folder. Groups run one after the other, the quick ones first. */
const project = (name: string, groupOrder: number, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, sequence: { groupOrder }, ...more },
});

const ownDatabase = { globalSetup: "test/support/database-setup.ts", setupFiles: "test/support/own-database.ts" };

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    reporters: ["default", "./test/support/tally-reporter.ts"],
    maxWorkers: 2,
    teardownTimeout: 60_000,
    projects: [
      project("checks", 0, ["test/checks.test.ts"], { testTimeout: 120_000 }),
      project("lib", 0, ["test/lib/**/*.test.ts", "test/architecture.test.ts"], { testTimeout: 30_000 }),
      project("db", 1, ["test/db/**/*.test.ts"], { ...ownDatabase, testTimeout: 30_000, hookTimeout: 30_000 }),
      project("app", 1, ["test/app/**/*.test.{ts,tsx}"], {
        ...ownDatabase,
        testTimeout: 30_000,
        hookTimeout: 30_000,
        env: { FONTCONFIG_FILE: `${root}lib/charts/font/fonts.conf` },
      }),
      project("e2e", 2, ["test/e2e/**/*.test.ts"], {
        globalSetup: ["test/support/database-setup.ts", "test/support/app-setup.ts"],
        testTimeout: 60_000,
        hookTimeout: 60_000,
        maxWorkers: 1,
        retry: 1,
      }),
    ],
  },
});
