import { describe, expect, test } from "vitest";
import { sharedNext } from "@/lib/shared-next";

/** Askings that end when they are told to. */
function askings() {
  const open: { answer(value: string): void; fail(): void }[] = [];
  const ask = sharedNext(
    () => new Promise<string>((resolve, reject) => open.push({ answer: resolve, fail: () => reject(new Error("x")) })),
  );
  return { open, ask };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("an asking that is shared", () => {
  test("is never one that had begun before somebody came, and is one for all who came meanwhile", async () => {
    const { open, ask } = askings();
    const first = ask();
    const [second, third] = [ask(), ask()];
    expect(open).toHaveLength(1);
    open[0]?.answer("old");
    expect(await first).toBe("old");
    await soon();
    expect(open).toHaveLength(2);
    const fourth = ask();
    open[1]?.answer("new");
    expect(await Promise.all([second, third])).toEqual(["new", "new"]);
    await soon();
    open[2]?.answer("newer");
    expect(await fourth).toBe("newer");
    expect(open).toHaveLength(3);
  });

  test("fails for those who share it and for nobody after them", async () => {
    const { open, ask } = askings();
    const [first, second] = [ask(), ask()];
    open[0]?.fail();
    await expect(first).rejects.toThrow("x");
    await soon();
    open[1]?.answer("well");
    expect(await second).toBe("well");
    const third = ask();
    open[2]?.answer("again");
    expect(await third).toBe("again");
  });
});
