import type { Locale } from "@/lib/locale";
import type { Rating, Score } from "@/lib/survey/scale";

/** An answer that arrives, and the batch that brought it to viewers, 0 until then. */
export interface Arrived {
  readonly ratings: readonly Rating[];
  readonly count: 1;
  readonly group: string | null;
  readonly channel: string | null;
  readonly language: Locale;
  batch: number;
}

/** Weights of what answers are and say; `blank` is the share of items left out. */
interface Crowd {
  readonly groups: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
  readonly moods: Readonly<Record<string, number>>;
  readonly blank: number;
  readonly chinese: number;
}

/** Groups of unequal size, and some who think ill of it. */
export const UNEQUAL: Crowd = {
  groups: { employee: 30, investor: 20, customer: 15, supplier: 10, community: 4, academia: 3, other: 4, none: 14 },
  channels: { wechat: 40, pdf: 20, email: 10, none: 30 },
  moods: { 5: 40, 4: 38, 3: 15, 2: 4, 1: 3 },
  blank: 0.08,
  chinese: 0.8,
};

/** Two large groups that say alike, so that viewers are soon shown them; and a few suppliers among them. */
export const ALIKE: Crowd = {
  groups: { employee: 45, investor: 30, supplier: 5, none: 20 },
  channels: { wechat: 50, pdf: 30, none: 20 },
  moods: { 5: 50, 4: 50 },
  blank: 0,
  chinese: 0.5,
};

/** Answers to five items as such a crowd gives them, the same for the same seed. */
export function randomArrivals(seed: number, count: number, crowd = UNEQUAL): Arrived[] {
  const random = randomOf(seed);
  const pick = (weights: Readonly<Record<string, number>>) => {
    let left = random() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    const found = Object.entries(weights).find(([, weight]) => (left -= weight) < 0);
    return found?.[0] === "none" ? null : (found?.[0] ?? null);
  };
  const rating = (mood: number): Rating =>
    random() < crowd.blank ? null : (Math.max(1, Math.min(5, mood + Math.round(random() * 1.6 - 0.8))) as Score);
  return Array.from({ length: count }, () => {
    const mood = Number(pick(crowd.moods));
    return {
      ratings: Array.from({ length: 5 }, () => rating(mood)),
      count: 1,
      group: pick(crowd.groups),
      channel: pick(crowd.channels),
      language: random() < crowd.chinese ? "zh-CN" : "en",
      batch: 0,
    };
  });
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
