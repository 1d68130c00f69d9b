import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { signingSecret } from "@/db/auth";
import { database } from "@/db/client";
import { createFirstAdministrator, findSetUpRefusal, prepareFirstAccount } from "@/db/staff";

const PASSWORD = "a sentence nobody guesses";
const account = { name: "王芳", email: "Wang.Fang@Example.com", password: PASSWORD };

const aToken = async () => {
  const first = await prepareFirstAccount();
  if (first.kind !== "set-up-token") throw new Error(first.kind);
  return first.token;
};
const people = () =>
  database().execute<{ name: string; email: string; role: string }>(sql`
  select name, email, role from staff order by email`);
const insertStaff = (role: string | null, email = "a@example.com") =>
  database().execute(sql`
    insert into staff (id, name, email, role) values (gen_random_uuid(), '李明', ${email}, ${role})`);
const firsts = () =>
  database().execute(sql`
    select staff_name as "by", subject, after from audit_event where act = 'staff.first' order by id desc limit 1`);
/** What drizzle throws when Postgres refuses a row. */
const refusedBy = (rule: { code?: string; constraint?: string }) => rule;

afterEach(async () => {
  await database().execute(sql`truncate staff, staff_session, staff_account, set_up_token cascade`);
});

describe("the first account", () => {
  test("is an administrator made from the settings, once, however many starters come at once", async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => prepareFirstAccount(account.email, PASSWORD)));
    expect(starts.map(({ kind }) => kind).toSorted()).toEqual(["created", ...Array(7).fill("exists")]);
    expect([...(await people())]).toEqual([
      { name: "Wang.Fang@Example.com", email: "wang.fang@example.com", role: "administrator" },
    ]);
    const after = { role: "administrator", by: "settings" };
    expect([...(await firsts())]).toEqual([{ by: null, subject: "wang.fang@example.com", after }]);
  });

  test("is not made from the settings once there is another", async () => {
    await insertStaff("viewer");
    expect(await prepareFirstAccount(account.email, PASSWORD)).toEqual({ kind: "exists" });
    expect(await people()).toHaveLength(1);
  });

  test("is made by the holder of a set-up token, as an administrator, with the e-mail in lower case", async () => {
    const token = await aToken();
    expect(await findSetUpRefusal(token)).toBeNull();
    expect(await createFirstAdministrator(token, account)).toEqual({ ok: true, value: null });
    expect([...(await people())]).toEqual([{ name: "王芳", email: "wang.fang@example.com", role: "administrator" }]);
    const after = { role: "administrator", by: "link" };
    expect([...(await firsts())]).toEqual([{ by: "王芳", subject: "wang.fang@example.com", after }]);
  });
});

describe("a set-up token", () => {
  test("is handed to each of two starters, and both work until one is used", async () => {
    const [one, two] = await Promise.all([aToken(), aToken()]);
    expect(one).not.toBe(two);
    expect([await findSetUpRefusal(one), await findSetUpRefusal(two)]).toEqual([null, null]);
    await createFirstAdministrator(one, account);
    expect([await findSetUpRefusal(one), await findSetUpRefusal(two)]).toEqual(["account-exists", "account-exists"]);
  });

  test("makes one account when several people use theirs at once", async () => {
    const tokens = await Promise.all([aToken(), aToken(), aToken()]);
    const outcomes = await Promise.all(
      tokens.map((token, place) => createFirstAdministrator(token, { ...account, email: `p${place}@example.com` })),
    );
    const refusals = outcomes.map((outcome) => (outcome.ok ? "none" : outcome.error));
    expect(refusals.toSorted()).toEqual(["account-exists", "account-exists", "none"]);
    expect(await people()).toHaveLength(1);
  });

  test("makes one account when it is sent twice at once", async () => {
    const token = await aToken();
    const outcomes = await Promise.all([
      createFirstAdministrator(token, account),
      createFirstAdministrator(token, account),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await people()).toHaveLength(1);
  });

  test("is refused after a day, and when nobody handed it out", async () => {
    const token = await aToken();
    await database().execute(sql`update set_up_token set expires_at = expires_at - interval '24 hours'`);
    expect(await createFirstAdministrator(token, account)).toEqual({ ok: false, error: "expired" });
    expect(await createFirstAdministrator("made-up", account)).toEqual({ ok: false, error: "unknown" });
    expect(await people()).toHaveLength(0);
  });

  test("is kept only as a hash, as is the password", async () => {
    const token = await aToken();
    const tokens = JSON.stringify(await database().execute(sql`select * from set_up_token`));
    expect(tokens).not.toContain(token);
    await createFirstAdministrator(token, account);
    expect(JSON.stringify(await database().execute(sql`select * from staff_account`))).not.toContain(PASSWORD);
  });
});

describe("the database", () => {
  test.each([
    [null, { code: "23502" }],
    ["owner", { constraint: "staff_role_known" }],
  ])("refuses the role %s", async (role, rule) => {
    await expect(insertStaff(role)).rejects.toMatchObject(refusedBy(rule));
  });

  test("refuses a session with an address or a browser", async () => {
    await insertStaff("viewer");
    const insert = (address: string | null, browser: string | null) =>
      database().execute(sql`
        insert into staff_session (id, staff_id, token, expires_at, ip_address, user_agent)
        select gen_random_uuid(), id, gen_random_uuid()::text, now(), ${address}, ${browser} from staff`);
    const untraced = refusedBy({ constraint: "staff_session_untraced" });
    await expect(insert("192.0.2.1", null)).rejects.toMatchObject(untraced);
    await expect(insert(null, "Mozilla/5.0")).rejects.toMatchObject(untraced);
    await expect(insert(null, null)).resolves.toBeDefined();
  });
});

describe("the signing secret", () => {
  test("is one for all processes, and long", async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, signingSecret));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toHaveLength(43);
  });
});
