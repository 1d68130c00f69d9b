import { middleOf } from "@/test/support/middle-of";
import { differences, untouchedRows } from "./rows";
import type { Target } from "./target";

/** Looks at a target while bad requests are sent to it. */
export interface Watch {
  /** Notes an answer; from time to time measures what the process holds, and gives everybody a new session. */
  note(statuses: readonly number[]): Promise<void>;
  /** What came of it, and what should not be, both in words. */
  close(): Promise<{ readonly summary: string[]; readonly amiss: string[] }>;
}

const A_LOOK = 1_000;
/** What a process of some 400 MB may hold more at the end than after a fifth of the way: one collection's worth. */
const MORE_MB = 60;

/** Begins to watch; `held` tells the megabytes of the target's process. */
export async function watch({ base, sql, renewSessions }: Target, held: () => number): Promise<Watch> {
  const before = await untouchedRows(sql);
  const counts = new Map<number, number>();
  const memory: number[] = [];
  let sent = 0;
  return {
    async note(statuses) {
      for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
      sent += 1;
      if (sent % A_LOOK !== 0) return;
      memory.push(held());
      if (sent % (5 * A_LOOK) === 0) process.stdout.write(`${sent} sent, ${held().toFixed(0)} MB\n`);
      await renewSessions();
    },
    async close() {
      const amiss = differences(before, await untouchedRows(sql));
      const up = await fetch(`${base}/health`).catch(() => null);
      if (up?.status !== 200) amiss.push("the app is gone");
      const fifth = Math.floor(memory.length / 5);
      const [early, late] = [middleOf(memory.slice(fifth, 2 * fifth)), middleOf(memory.slice(-fifth))];
      if (fifth > 1 && late - early > MORE_MB) amiss.push("its memory grows");
      const answered = [...counts].toSorted(([one], [other]) => one - other);
      const summary = [
        `${sent} bad requests: ${answered.map(([status, count]) => `${status} ${count} times`).join(", ")}.`,
        ...(fifth > 0 ? [`Memory in the second fifth ${early.toFixed(0)} MB, in the last ${late.toFixed(0)} MB.`] : []),
      ];
      return { summary, amiss };
    },
  };
}
