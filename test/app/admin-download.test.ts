import { describe, expect, test } from "vitest";
import { type Write, streamDownload } from "@/app/admin/exports/stream-download";

const name = { ascii: "2024.csv", full: "金辰(股份)'24'*.csv", type: "text/csv; charset=utf-8" };
const pause = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));
const bodyOf = (response: Response) => (response.body ?? expect.fail("no body")).getReader();

describe("a download", () => {
  test("is what was written, with a name for every program and no cache", async () => {
    const response = await streamDownload(async (write) => {
      await write("答卷\r\n");
      await write(new TextEncoder().encode("1\r\n"));
    }, name);
    expect(await response.text()).toBe("答卷\r\n1\r\n");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition":
        `attachment; filename="2024.csv"; filename*=UTF-8''` +
        "%E9%87%91%E8%BE%B0%28%E8%82%A1%E4%BB%BD%29%2724%27%2A.csv",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  });

  test("is made no faster than the client takes it", async () => {
    let written = 0;
    const response = await streamDownload(async (write) => {
      for (; written < 1000; written += 1) await write("x");
    }, name);
    const body = bodyOf(response);
    await pause();
    expect(written).toBeLessThan(4);
    for (let taken = 0; taken < 10; taken += 1) await body.read();
    await pause();
    expect(written).toBeLessThan(14);
    await body.cancel();
  });

  test("ends what makes it when the client goes away", async () => {
    let ended = false;
    const response = await streamDownload(async (write) => {
      try {
        for (;;) await write("x");
      } finally {
        ended = true;
      }
    }, name);
    const body = bodyOf(response);
    await body.read();
    await body.cancel();
    await pause();
    expect(ended).toBe(true);
  });

  test("ends what makes it when the client takes nothing for too long", async () => {
    let ended = false;
    const produce = async (write: Write) => {
      try {
        for (;;) await write("x");
      } finally {
        ended = true;
      }
    };
    const response = await streamDownload(produce, name, 10);
    await pause(50);
    expect(ended).toBe(true);
    await expect(response.text()).rejects.toThrow("took nothing");
  });

  test("breaks off instead of ending when something fails on the way", async () => {
    const response = await streamDownload(async (write) => {
      await write("half");
      throw new Error("the database went away");
    }, name);
    await expect(response.text()).rejects.toThrow("the database went away");
  });

  test("is no answer at all when something fails before its first byte", async () => {
    const failing = streamDownload(() => Promise.reject(new Error("no connection")), name);
    await expect(failing).rejects.toThrow("no connection");
  });
});
