/** Why an answer may be worth a look. A flag never takes an answer out: two people do (domain notes §3.8). */
export const QUALITY_FLAGS = ["trap", "too-fast", "burst", "repeated-text", "straight-line"] as const;
export type QualityFlag = (typeof QUALITY_FLAGS)[number];
