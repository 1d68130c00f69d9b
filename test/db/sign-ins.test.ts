import { afterEach, describe, expect, test } from "vitest";
import { findPerson } from "@/db/people";
import { recordRefusal, recordSignIn, recordSignOut } from "@/db/sign-ins";
import { aPerson, forgetPeople, lastActs } from "@/test/support/a-person";
import { aStaff } from "@/test/support/a-staff";

afterEach(forgetPeople);

describe("the audit log", () => {
  test("tells who came in and how, and who left", async () => {
    const person = await aPerson("viewer", "𠮷田");
    expect(await findPerson(aStaff(), person.id)).toMatchObject({ lastSignInAt: null });
    await recordSignIn(person, "code");
    await recordSignOut(person);
    const about = { staff_name: "𠮷田", subject: person.email, before: null };
    expect(await lastActs(2)).toEqual([
      { ...about, act: "session.ended", after: null },
      { ...about, act: "session.started", after: { by: "code" } },
    ]);
    expect(await findPerson(aStaff(), person.id)).toMatchObject({ lastSignInAt: expect.any(Date) });
  });

  test("names the account of a refused sign-in, and never an e-mail of nobody's", async () => {
    const { email } = await aPerson("viewer");
    await recordRefusal(email.toUpperCase());
    await recordRefusal("plums fall behind the kiln@example.cn");
    expect((await lastActs(2)).map(({ staff_name, subject }) => [staff_name, subject])).toEqual([
      [null, null],
      [null, email],
    ]);
  });
});
