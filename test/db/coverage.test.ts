import { describe, expect, test } from "vitest";
import { countAnswersByChannel } from "@/db/channel-answers";
import { database } from "@/db/client";
import { countAnswersByGroup } from "@/db/coverage";
import { insertResponse } from "@/db/responses";
import { sql } from "drizzle-orm";
import { aResponse } from "../support/a-response";
import { aStaff } from "../support/a-staff";
import { anEdition } from "../support/editions";

describe("the counts of an edition", () => {
  test("are of its valid answers, by stated group and by channel; the withdrawn and quarantined are in neither", async () => {
    const staff = aStaff({ role: "analyst" });
    const edition = await anEdition({ slug: "2041", state: "open" });
    const other = await anEdition({ slug: "2042", state: "open" });
    expect(await countAnswersByGroup(staff, edition)).toEqual([]);
    expect(await countAnswersByChannel(staff, edition)).toEqual([]);
    const send = (to: typeof edition, group: string | null, channel: string | null, day: string) =>
      insertResponse(to, aResponse({ overall: 4, stakeholder_group: group, channel }), "zh-CN", new Date(day));
    await send(edition, "customer", "pdf", "2025-06-01T04:00:00Z");
    await send(edition, "customer", "wechat", "2025-06-09T04:00:00Z");
    await send(edition, null, null, "2025-06-10T04:00:00Z");
    await send(edition, "supplier", "pdf", "2025-06-11T04:00:00Z");
    await send(other, "academia", "pdf", "2025-06-12T04:00:00Z");
    await database().execute(sql`update response set status = 'quarantined', status_reason = 'FAST'
      where stakeholder_group = 'supplier'`);
    const groups = await countAnswersByGroup(staff, edition);
    expect(groups.toSorted((one) => (one.group ? -1 : 1))).toEqual([
      { group: "customer", valid: 2, lastOn: "2025-06-09" },
      { group: null, valid: 1, lastOn: "2025-06-10" },
    ]);
    const channels = await countAnswersByChannel(staff, edition);
    expect(Object.fromEntries(channels.map(({ code, valid, kept }) => [code, [valid, kept]]))).toEqual({
      pdf: [1, 2],
      wechat: [1, 1],
      null: [1, 1],
    });
  });
});
