import { describe, expect, test } from "vitest";
import { departmentPaths, departmentRoutes, serverActions } from "@/test/support/department-tree";
import { ACTIONS, PAGES, ROUTES } from "@/test/support/role-table";

describe.each([
  ["page", departmentPaths("page.tsx").map(({ path }) => path), PAGES],
  ["route", departmentRoutes(), ROUTES],
  ["action", serverActions(), ACTIONS],
])("the role of every %s", (_, found, table) => {
  test("stands in test/support/role-table.ts, which names none that is gone", () => {
    expect(found.length).toBeGreaterThan(0);
    const unsaid = found.filter((name) => !(name in table)).map((name) => `${name} has no role there yet`);
    const gone = Object.keys(table).filter((name) => !found.includes(name));
    expect([...unsaid, ...gone.map((name) => `${name} is gone`)]).toEqual([]);
  });
});
