import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { makeResetLink } from "@/db/passwords";
import { changeRole, findPerson, listPeople, removePerson, rename } from "@/db/people";
import { endSession, endSessions, listSessions } from "@/db/sessions";
import { isTwoFactorRequired, requireTwoFactor } from "@/db/staff-policy";
import { aPerson, aSession, contentOf, forgetPeople, lastActs } from "@/test/support/a-person";
import { aStaff } from "@/test/support/a-staff";
import { runAsReplica } from "@/test/support/replica-mode";

const admin = aStaff({ role: "administrator" });
const roleOf = async (id: string) => (await findPerson(admin, id))?.role ?? null;

afterEach(forgetPeople);

describe("the last administrator", () => {
  test("is neither removed nor given another role", async () => {
    const only = await aPerson("administrator");
    await aPerson("analyst");
    const last = { ok: false, error: "last-administrator" };
    expect(await removePerson(admin, only.id)).toEqual(last);
    expect(await changeRole(admin, only.id, { from: "administrator", to: "viewer" })).toEqual(last);
    expect(await roleOf(only.id)).toBe("administrator");
  });

  test("stays when two administrators take the role from each other at once, in each of ten rounds", async () => {
    for (let round = 0; round < 10; round += 1) {
      const pair = [await aPerson("administrator"), await aPerson("administrator")];
      const outcomes = await Promise.all([
        changeRole(admin, pair[0]?.id ?? "", { from: "administrator", to: "viewer" }),
        removePerson(admin, pair[1]?.id ?? ""),
      ]);
      expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      await database().execute(sql`truncate staff cascade`);
    }
  });

  test("stays against SQL by hand too", async () => {
    await aPerson("administrator");
    const RF011 = { code: "RF011" };
    for (const statement of [sql`delete from staff`, sql`update staff set role = 'analyst'`]) {
      await expect(database().execute(statement)).rejects.toMatchObject(RF011);
      await expect(runAsReplica(statement)).rejects.toMatchObject(RF011);
    }
  });
});

describe("a person", () => {
  test("gets another role, and the log says from which", async () => {
    const { id, email } = await aPerson("viewer", "𠮷田");
    expect(await changeRole(admin, id, { from: "viewer", to: "analyst" })).toEqual({ ok: true, value: null });
    expect(await roleOf(id)).toBe("analyst");
    const change = { before: { role: "viewer" }, after: { role: "analyst" } };
    expect((await lastActs(1))[0]).toEqual({
      staff_name: "王芳",
      act: "staff.role-changed",
      subject: email,
      ...change,
    });
  });

  test("that somebody else changed meanwhile is not changed over it", async () => {
    const { id } = await aPerson("analyst");
    expect(await changeRole(admin, id, { from: "viewer", to: "administrator" })).toEqual({
      ok: false,
      error: "changed",
    });
    expect(await roleOf(id)).toBe("analyst");
  });

  test("who is removed loses sessions and links; the log keeps the name", async () => {
    const { id, email } = await aPerson("viewer", "李 明");
    await aSession(id);
    await makeResetLink(admin, email);
    await removePerson(admin, id);
    expect([await listPeople(admin), await contentOf("staff_session"), await contentOf("password_reset")]).toEqual([
      [],
      "[]",
      "[]",
    ]);
    expect((await lastActs(1))[0]).toMatchObject({ act: "staff.removed", before: { name: "李 明", role: "viewer" } });
    expect(await removePerson(admin, id)).toEqual({ ok: false, error: "gone" });
  });

  test("renames themselves", async () => {
    const person = await aPerson("viewer");
    await rename(person, "王芳芳🌾");
    expect(await findPerson(admin, person.id)).toMatchObject({ name: "王芳芳🌾", sessions: 0, twoFactor: false });
  });

  test.each(["", "x", "00000000-0000-0000-0000-000000000000"])("of no account (%j) is not found", async (id) => {
    expect(await findPerson(admin, id)).toBeNull();
    expect(await changeRole(admin, id, { from: "viewer", to: "analyst" })).toEqual({ ok: false, error: "gone" });
  });
});

describe("sessions", () => {
  test("are ended one by one or all but one, and never somebody else's", async () => {
    const [mine, theirs] = [await aPerson("viewer"), await aPerson("viewer")];
    const [one, two, other] = [await aSession(mine.id), await aSession(mine.id), await aSession(theirs.id)];
    await endSession(admin, mine.id, other);
    for (const nobodys of ["x", "\0"]) await endSession(admin, mine.id, nobodys);
    expect(await listSessions(admin, theirs.id)).toHaveLength(1);
    await endSession(admin, mine.id, one);
    expect((await listSessions(admin, mine.id)).map(({ id }) => id)).toEqual([two]);
    await aSession(mine.id);
    expect(await endSessions(admin, mine.id, two)).toBe(1);
    expect(await endSessions(admin, mine.id, null)).toBe(1);
    expect((await lastActs(1))[0]).toMatchObject({ act: "session.ended", subject: mine.email, after: { sessions: 1 } });
  });
});

describe("the policy", () => {
  test("asks for no second factor until an administrator says so", async () => {
    expect(await isTwoFactorRequired()).toBe(false);
    expect(await requireTwoFactor(admin, { from: false, to: true })).toBe(true);
    expect(await isTwoFactorRequired()).toBe(true);
  });

  test("is not changed over somebody else's change", async () => {
    const both = await Promise.all([
      requireTwoFactor(admin, { from: false, to: true }),
      requireTwoFactor(admin, { from: true, to: false }),
    ]);
    expect(both).toContain(true);
    const now = await isTwoFactorRequired();
    expect(await requireTwoFactor(admin, { from: !now, to: now })).toBe(false);
  });
});
