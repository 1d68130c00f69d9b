import { describe, expect, test, vi } from "vitest";
import type { Edition } from "@/db/editions";
import { insertResponse } from "@/db/responses";
import type { EditionSnapshot } from "@/db/snapshot";
import { readInTwoParts } from "@/db/two-parts";
import { aResponse } from "@/test/support/a-response";
import { aStaff } from "@/test/support/a-staff";
import { anEdition } from "@/test/support/editions";

const send = (to: Edition) => insertResponse(to, aResponse({ overall: 5 }), "zh-CN", new Date());
const received = async ({ counts }: EditionSnapshot) => counts.received;
const arrived = async ({ arrivals }: EditionSnapshot) => {
  const { days } = await arrivals();
  return days.reduce((sum, { count }) => sum + count, 0);
};

describe("a reading in two parts", () => {
  test("gives the first part while the rest is not read yet, and the rest is of the same moment", async () => {
    const edition = await anEdition({ slug: "2071-twoparts" });
    await send(edition);
    let isShown = () => {};
    const shown = new Promise<void>((resolve) => (isShown = resolve));
    const late = async (snapshot: EditionSnapshot) => {
      await shown;
      return arrived(snapshot);
    };
    const { first, rest } = await readInTwoParts(aStaff(), edition.id, { first: received, rest: late });
    await send(edition);
    isShown();
    expect([first, await rest]).toEqual([1, 1]);
  });

  test("fails as a whole when the first part does, and later in the rest alone", async () => {
    const edition = await anEdition({ slug: "2072-twoparts" });
    const fail = async () => Promise.reject(new Error("gone"));
    await expect(readInTwoParts(aStaff(), edition.id, { first: fail, rest: arrived })).rejects.toThrow("gone");
    const { first, rest } = await readInTwoParts(aStaff(), edition.id, { first: received, rest: fail });
    expect(first).toBe(0);
    await expect(rest).rejects.toThrow("gone");
  });

  test("whose rest nobody waits for lets its failure go", async () => {
    const edition = await anEdition({ slug: "2073-twoparts" });
    const fail = async () => Promise.reject(new Error("gone"));
    const unhandled = vi.fn<() => void>();
    process.once("unhandledRejection", unhandled);
    await readInTwoParts(aStaff(), edition.id, { first: received, rest: fail });
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
