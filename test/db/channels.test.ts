import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { addChannel, changeChannel, deleteChannel, findRevisedChannel } from "@/db/channels";
import { database } from "@/db/client";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import { fail, ok } from "@/lib/result";
import { BUILT_IN_CHANNELS, type Channel } from "@/lib/survey/channel";
import { aResponse } from "../support/a-response";
import { aStaff } from "../support/a-staff";
import { anEdition, theEdition } from "../support/editions";

const staff = aStaff({ role: "administrator" });
const meeting: Channel = {
  code: "results-meeting",
  name: { "zh-CN": "业绩说明会𠮷", en: "Results meeting" },
  kind: "meeting",
  group: "investor",
  retired: false,
};

let edition: Edition;
let year = 2030;
beforeEach(async () => {
  edition = await anEdition({ slug: String((year += 1)), state: "open" });
});

const answerBy = (code: string) =>
  insertResponse(edition, { ...aResponse({ overall: 5 }), channel: code }, "zh-CN", new Date());
const codesOf = async () => (await theEdition(edition.slug)).channels.map(({ code }) => code);
const logged = async () => [
  ...(await database().execute(sql`
    select act, subject, before ->> 'code' as before, after ->> 'code' as after
    from audit_event where subject like ${`${edition.slug}/%`} order by id`)),
];

describe("an edition", () => {
  test("has the built-in channels at first", () => {
    expect(edition.channels).toEqual(BUILT_IN_CHANNELS);
  });
});

describe("a channel", () => {
  test("is added with its log line, in the place of its kind", async () => {
    expect(await addChannel(staff, edition, meeting)).toEqual(ok(undefined));
    expect(await codesOf()).toEqual("pdf wechat email website sse meeting results-meeting paper phone".split(" "));
    const line = {
      act: "channel.added",
      subject: `${edition.slug}/results-meeting`,
      before: null,
      after: meeting.code,
    };
    expect(await logged()).toEqual([line]);
  });

  test("is refused with a code that the edition has, and nothing is logged", async () => {
    expect(await addChannel(staff, edition, { ...meeting, code: "pdf" })).toEqual(fail("code-taken"));
    expect(await logged()).toEqual([]);
  });

  test("without answers may get another code, and be deleted", async () => {
    const moved = await changeChannel(staff, edition, { code: "sse", revision: 1 }, { ...built("sse"), code: "sse-2" });
    expect([moved, await codesOf()]).toEqual([ok(undefined), expect.arrayContaining(["sse-2"])]);
    expect(await findRevisedChannel(staff, edition, "sse-2")).toMatchObject({ revision: 2 });
    expect(await deleteChannel(staff, edition, { code: "sse-2", revision: 2 })).toEqual(ok(undefined));
    expect(await codesOf()).not.toContain("sse-2");
    expect(await logged()).toMatchObject([
      { act: "channel.changed", before: "sse", after: "sse-2" },
      { act: "channel.deleted", before: "sse-2", after: null },
    ]);
  });

  test("with answers keeps its code and stays, but can be renamed and retired", async () => {
    await answerBy("wechat");
    const wechat = { code: "wechat", revision: 1 };
    const recoded = await changeChannel(staff, edition, wechat, { ...built("wechat"), code: "weixin" });
    expect(recoded).toEqual(fail("has-answers"));
    expect(await deleteChannel(staff, edition, wechat)).toEqual(fail("has-answers"));
    const retired = { ...built("wechat"), name: { "zh-CN": "公众号", en: "WeChat account" }, retired: true };
    expect(await changeChannel(staff, edition, wechat, retired)).toEqual(ok(undefined));
    await answerBy("wechat");
    expect((await theEdition(edition.slug)).channels).toContainEqual(retired);
  });

  test("cannot lose its answers by SQL either", async () => {
    await answerBy("wechat");
    for (const statement of [sql`delete from channel`, sql`update channel set code = code || '-2'`])
      await expect(database().execute(statement)).rejects.toMatchObject({ code: "23503" });
    await expect(answerBy("telepathy")).rejects.toMatchObject({ code: "23503", constraint: "response_channel" });
  });

  test("is refused a code that another one takes at the same moment, in each of ten rounds", async () => {
    for (let round = 1; round <= 10; round += 1) {
      const moves = ["pdf", "sse"].map((code) =>
        changeChannel(staff, edition, { code, revision: 1 }, { ...built(code), code: `same-${round}` }),
      );
      const outcomes = await Promise.all(moves);
      expect(outcomes.filter(({ ok: done }) => !done)).toEqual([fail("code-taken")]);
      edition = await anEdition({ slug: String((year += 1)), state: "open" });
    }
  });

  test("that somebody changed meanwhile is not overwritten", async () => {
    const seen = { code: "pdf", revision: 1 };
    const mine = { ...built("pdf"), name: { "zh-CN": "年报", en: "Report" } };
    const outcomes = await Promise.all([
      changeChannel(staff, edition, seen, mine),
      changeChannel(staff, edition, seen, { ...mine, kind: "other" }),
    ]);
    expect(outcomes.filter(({ ok: done }) => done)).toHaveLength(1);
    expect(outcomes).toContainEqual(fail("changed-meanwhile"));
    expect(await deleteChannel(staff, edition, seen)).toEqual(fail("changed-meanwhile"));
    expect(await deleteChannel(staff, edition, { code: "none", revision: 1 })).toEqual(fail("gone"));
  });

  test("of a sealed edition does not change", async () => {
    await database().execute(sql`update edition set state = 'sealed' where id = ${edition.id}`);
    const pdf = { code: "pdf", revision: 1 };
    expect(await addChannel(staff, edition, meeting)).toEqual(fail("sealed"));
    expect(await changeChannel(staff, edition, pdf, { ...built("pdf"), retired: true })).toEqual(fail("sealed"));
    expect(await deleteChannel(staff, edition, pdf)).toEqual(fail("sealed"));
    expect([(await theEdition(edition.slug)).channels, await logged()]).toEqual([BUILT_IN_CHANNELS, []]);
  });

  test("is not given the code of another", async () => {
    const taken = await changeChannel(staff, edition, { code: "pdf", revision: 1 }, { ...built("pdf"), code: "sse" });
    expect(taken).toEqual(fail("code-taken"));
  });
});

function built(code: string): Channel {
  const found = BUILT_IN_CHANNELS.find((one) => one.code === code);
  if (!found) throw new Error(`no channel ${code}`);
  return found;
}
