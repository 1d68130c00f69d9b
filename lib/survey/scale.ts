import { z } from "zod";

/** The scores of a rating in the order of the report's form: 很好 5 … 很差 1. A blank is null, never 0. */
export const SCORES = [5, 4, 3, 2, 1] as const;
export type Score = (typeof SCORES)[number];
export const Score = z.union([z.literal(5), z.literal(4), z.literal(3), z.literal(2), z.literal(1)]);

/** One rating of one item: a score, or null where the reader left it blank (未作答). */
export type Rating = Score | null;

/** Reads what a form or JSON sends for a rating: 1–5 as number or digit, a blank as null; undefined for anything else. */
export function readRating(sent: unknown): Rating | undefined {
  if (sent === undefined || sent === null || sent === "") return null;
  const score = typeof sent === "string" && /^[1-5]$/.test(sent) ? Number(sent) : sent;
  return Score.safeParse(score).data;
}
