import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { changePassword, findReset, isPasswordOf, makeResetLink, resetPassword } from "@/db/passwords";
import { findPerson } from "@/db/people";
import { listSessions } from "@/db/sessions";
import { aPerson, aSession, contentOf, forgetPeople, lastActs } from "@/test/support/a-person";
import { aStaff } from "@/test/support/a-staff";

const admin = aStaff({ role: "administrator" });
const PASSWORD = "plums fall behind the kiln";

afterEach(forgetPeople);

describe("a password", () => {
  test("that is changed ends the other sessions, not this one", async () => {
    const person = await aPerson("viewer");
    const [here] = [await aSession(person.id), await aSession(person.id)];
    await changePassword(person, PASSWORD, here);
    expect(await isPasswordOf(person, PASSWORD)).toBe(true);
    expect(await isPasswordOf(person, `${PASSWORD} `)).toBe(false);
    expect((await listSessions(admin, person.id)).map(({ id }) => id)).toEqual([here]);
  });

  test("that was forgotten is set by a link, once, for a day, and every session ends", async () => {
    const person = await aPerson("viewer");
    await aSession(person.id);
    const { token } = (await makeResetLink(admin, person.email)) ?? { token: "" };
    expect(await contentOf("password_reset")).not.toContain(token);
    expect(await findReset(token)).toEqual(person);
    const tries = await Promise.all([resetPassword(token, PASSWORD), resetPassword(token, `${PASSWORD}!`)]);
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await listSessions(admin, person.id)).toEqual([]);
    const late = (await makeResetLink(admin, person.email))?.token ?? "";
    await database().execute(sql`update password_reset set expires_at = expires_at - interval '24 hours'`);
    expect(await resetPassword(late, PASSWORD)).toBeNull();
  });

  test("has one link at a time, and none for somebody unknown", async () => {
    const person = await aPerson("viewer");
    const first = await makeResetLink(admin, person.email);
    await makeResetLink(admin, person.email);
    expect(await findReset(first?.token ?? "")).toBeNull();
    expect(await makeResetLink(admin, "nobody@example.cn")).toBeNull();
  });

  test("that is reset by the command line's link switches two-factor off", async () => {
    const person = await aPerson("administrator");
    const ask = async () => {
      await database().execute(sql`insert into staff_two_factor (id, staff_id, secret, backup_codes, verified)
        values (${randomUUID()}, ${person.id}, 'x', 'x', true) on conflict do nothing`);
      await database().execute(sql`update staff set two_factor_enabled = true`);
    };
    await ask();
    await resetPassword((await makeResetLink(admin, person.email))?.token ?? "", PASSWORD);
    expect(await findPerson(admin, person.id)).toMatchObject({ twoFactor: true });
    await resetPassword((await makeResetLink(null, person.email))?.token ?? "", PASSWORD);
    expect(await findPerson(admin, person.id)).toMatchObject({ twoFactor: false });
    expect((await lastActs(3)).map(({ act }) => act).toReversed()).toEqual([
      "password.reset-link-made",
      "password.reset",
      "two-factor.disabled",
    ]);
  });
});
