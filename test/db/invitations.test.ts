import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { acceptInvitation, findInvitation, invite, listInvitations, withdrawInvitation } from "@/db/invitations";
import { isPasswordOf } from "@/db/passwords";
import { listPeople } from "@/db/people";
import type { Role } from "@/lib/staff";
import { aPerson, contentOf, forgetPeople, lastActs } from "@/test/support/a-person";
import { aStaff } from "@/test/support/a-staff";

const admin = aStaff({ role: "administrator" });
const PASSWORD = "plums fall behind the kiln";

afterEach(forgetPeople);

describe("an invitation", () => {
  const invited = async (email = "Li.Ming@Example.CN", role: Role = "analyst") => {
    const outcome = await invite(admin, { email, role });
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.token;
  };

  test("makes an account of its e-mail and role, once, of however many tries", async () => {
    const token = await invited();
    const person = { name: "李明", password: PASSWORD };
    const tries = await Promise.all([acceptInvitation(token, person), acceptInvitation(token, person)]);
    expect(tries.filter((id) => id !== null)).toEqual([expect.any(String)]);
    const [made] = await listPeople(admin);
    expect(made).toMatchObject({ name: "李明", email: "li.ming@example.cn", role: "analyst" });
    expect(await isPasswordOf({ id: made?.id ?? "", name: "", email: "" }, PASSWORD)).toBe(true);
    expect((await lastActs(1))[0]).toMatchObject({
      staff_name: "李明",
      act: "staff.joined",
      after: { role: "analyst" },
    });
    expect(await listInvitations(admin)).toEqual([]);
  });

  test("is kept only as a hash, and the password too", async () => {
    const token = await invited();
    expect(await contentOf("staff_invitation")).not.toContain(token);
    await acceptInvitation(token, { name: "李明", password: PASSWORD });
    expect(await contentOf("staff_account")).not.toContain(PASSWORD);
    expect(await contentOf("audit_event")).not.toMatch(new RegExp(`${token}|${PASSWORD}`));
  });

  test("that still works is not replaced by another of its e-mail, until it is withdrawn", async () => {
    const first = await invited();
    const again = { email: "li.ming@example.cn", role: "administrator" } as const;
    expect(await invite(admin, again)).toEqual({ ok: false, error: "already-invited" });
    expect((await findInvitation(first))?.role).toBe("analyst");
    await withdrawInvitation(admin, "Li.Ming@example.cn");
    expect((await lastActs(1))[0]).toMatchObject({ act: "staff.invitation-withdrawn", before: { role: "analyst" } });
    expect(await invite(admin, again)).toMatchObject({ ok: true });
    expect(await findInvitation(first)).toBeNull();
  });

  test("of two made at once for one e-mail is one", async () => {
    const both = await Promise.all(
      (["viewer", "analyst"] as const).map((role) => invite(admin, { email: "two@e.cn", role })),
    );
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await listInvitations(admin)).toHaveLength(1);
  });

  test("works for seven days, until it is withdrawn, and not for somebody with an account", async () => {
    const token = await invited();
    await database().execute(sql`update staff_invitation set expires_at = expires_at - interval '7 days'`);
    expect([await findInvitation(token), await listInvitations(admin)]).toEqual([null, []]);
    const again = await invited();
    for (const email of ["\0", "li.ming@example.cn"]) await withdrawInvitation(admin, email);
    expect(await acceptInvitation(again, { name: "李明", password: PASSWORD })).toBeNull();
    const { email } = await aPerson("viewer");
    expect(await invite(admin, { email: email.toUpperCase(), role: "viewer" })).toEqual({
      ok: false,
      error: "has-account",
    });
  });

  test("that was never made is none", async () => {
    expect(await findInvitation("made-up")).toBeNull();
  });
});
