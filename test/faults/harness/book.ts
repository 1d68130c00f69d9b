import { randomUUID } from "node:crypto";

/** A submission: the key and the text of one reader, and the receipt code once it was acknowledged. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  receipt: string | null;
}

/** Everything that was ever sent, and what was acknowledged of it. */
export interface Book {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Keys that were given two receipt codes, in words. */
  readonly contradictions: readonly string[];
  /** A new reader's submission, noted before it is sent. */
  write(): Entry;
  acknowledge(entry: Entry, receipt: string): void;
  acknowledged(): Entry[];
  /** At most so many of the acknowledged, by chance. */
  sample(count: number): Entry[];
}

/** Begins every text, so that it is found again in rows and files. */
export const MARK = "故障中的意见𠮷ＦＷ🌱";

/** An empty book. */
export function openBook(): Book {
  const entries = new Map<string, Entry>();
  const contradictions: string[] = [];
  const acknowledged = () => [...entries.values()].filter(({ receipt }) => receipt !== null);
  return {
    entries,
    contradictions,
    write() {
      const key = randomUUID();
      const entry = { key, text: `${MARK} ${key}`, receipt: null };
      entries.set(entry.text, entry);
      return entry;
    },
    acknowledge(entry, receipt) {
      if (entry.receipt !== null && entry.receipt !== receipt) contradictions.push(`${entry.key} has two receipts`);
      entry.receipt ??= receipt;
    },
    acknowledged,
    sample: (count) =>
      acknowledged()
        .map((entry) => [Math.random(), entry] as const)
        .toSorted(([one], [other]) => one - other)
        .slice(0, count)
        .map(([, entry]) => entry),
  };
}
