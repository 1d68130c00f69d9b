import Papa from "papaparse";
import { HEADER_SEPARATOR } from "@/lib/export/response-table";

/** A row of an exported CSV by the names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of an exported CSV that count. */
export function rowsOf(csv: string): CsvRow[] {
  const [head = [], ...rows] = Papa.parse<string[]>(csv.replace("\uFEFF", "").trimEnd()).data;
  const names = head.map((header) => header.split(HEADER_SEPARATOR)[0]!);
  return rows.map((row) => Object.fromEntries(row.map((cell, place) => [names[place]!, cell])));
}

export const validOf = (rows: readonly CsvRow[]) => rows.filter((row) => row["response.status"] === "valid");

/** An item's answers one by one, worst first. */
export function scoresOf(rows: readonly CsvRow[], key: string): number[] {
  const answers = validOf(rows).map((row) => row[key] ?? "");
  return answers.filter((cell) => cell !== "").map(Number).toSorted((a, b) => a - b); // prettier-ignore
}

/** What of the results of one item follows from its answers, computed slowly and otherwise than in lib/analysis. */
export function slowRating(rows: readonly CsvRow[], key: string) {
  const scores = scoresOf(rows, key);
  const [n, top] = [scores.length, scores.filter((score) => score > 3).length];
  const bottom = scores.filter((score) => score < 3).length;
  const [percents, full] = [n >= 10, n >= 30];
  return {
    counts: Object.fromEntries([5, 4, 3, 2, 1].map((score) => [score, scores.filter((one) => one === score).length])),
    base: n,
    missing: validOf(rows).length - n,
    topTwo: top,
    bottomTwo: bottom,
    median: percents ? slowQuantile(scores, 0.5) : null,
    quartiles: percents ? { lower: slowQuantile(scores, 0.25), upper: slowQuantile(scores, 0.75) } : null,
    shares: percents ? slowShares(scores) : null,
    topTwoShare: percents ? Math.round((100 * top) / n) : null,
    bottomTwoShare: percents ? Math.round((100 * bottom) / n) : null,
    topTwoInterval: percents ? slowWilson(top, n) : null,
    mean: full ? slowTenths(scores) : null,
    standardDeviation: full ? Math.sqrt(covariance(scores, scores)) : null,
    meanInterval: full ? slowMeanInterval(scores) : null,
  };
}

/** Student's interval; the share of t within ±t for whole degrees of freedom is a finite sum (Abramowitz & Stegun 26.7.3–4). */
function slowMeanInterval(scores: readonly number[]): { low: number; high: number } {
  const [n, freedom] = [scores.length, scores.length - 1];
  const within = (t: number) => {
    const angle = Math.atan(t / Math.sqrt(freedom));
    const [isOdd, cosine] = [freedom % 2 === 1, Math.cos(angle)];
    let [term, sum] = isOdd ? [cosine, 0] : [1, 0];
    for (let power = isOdd ? 1 : 0; power <= freedom - 2; power += 2) {
      sum += term;
      term *= (cosine * cosine * (power + 1)) / (power + 2);
    }
    return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  };
  let [low, high] = [0, 100];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle) < 0.95) low = middle;
    else high = middle;
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const reach = (low * Math.sqrt(covariance(scores, scores))) / Math.sqrt(n);
  return { low: mean - reach, high: mean + reach };
}

/** The tenth that is nearest to the mean, the higher of two, by counting up. */
function slowTenths(scores: readonly number[]): number {
  const twentieths = 20 * scores.reduce((sum, score) => sum + score, 0);
  let tenth = 0;
  while (twentieths >= (2 * tenth + 1) * scores.length) tenth += 1;
  return tenth / 10;
}

/** Where the normal distribution leaves 2.5 % above. */
const Z = 1.959963984540054;

/** The shares that lie closer to k/n than Z of their own standard errors, by halving. */
export function slowWilson(k: number, n: number): { low: number; high: number } {
  const isNear = (share: number) => Math.abs(k / n - share) <= Z * Math.sqrt((share * (1 - share)) / n);
  const edge = (inside: number, outside: number): number => {
    if (isNear(outside)) return outside;
    for (let step = 0; step < 80; step += 1) {
      const middle = (inside + outside) / 2;
      if (isNear(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { low: edge(k / n, 0), high: edge(k / n, 1) };
}

/** Cronbach's alpha by the covariances of the items, of those who answered all. */
export function slowAlpha(rows: readonly CsvRow[], keys: readonly string[]): number | null {
  const answers = validOf(rows).map((row) => keys.map((key) => row[key] ?? ""));
  const complete = answers.filter((cells) => !cells.includes("")).map((cells) => cells.map(Number));
  if (complete.length < 30) return null;
  const column = (place: number) => complete.map((cells) => cells[place]!);
  const covariances = keys.map((_, i) => keys.map((__, j) => covariance(column(i), column(j))));
  const all = covariances.flat().reduce((sum, value) => sum + value, 0);
  const own = covariances.reduce((sum, row, i) => sum + row[i]!, 0);
  return (keys.length / (keys.length - 1)) * (1 - own / all);
}

function covariance(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  return xs.reduce((sum, value, place) => sum + (value - x) * (ys[place]! - y), 0) / (xs.length - 1);
}

/** The mean of all answers that part the others into a share of at most p below and at most 1 − p above. */
function slowQuantile(scores: readonly number[], p: number): number {
  const n = scores.length;
  const parts = scores.filter((score) => {
    const [below, above] = [scores.filter((one) => one < score).length, scores.filter((one) => one > score).length];
    return below <= p * n && above <= (1 - p) * n;
  });
  return (parts[0]! + parts.at(-1)!) / 2;
}

function slowShares(scores: readonly number[]): Record<number, number> {
  const counts = [5, 4, 3, 2, 1].map((score) => scores.filter((one) => one === score).length);
  const percents = slowPercents(counts);
  return Object.fromEntries([5, 4, 3, 2, 1].map((score, place) => [score, percents[place]!]));
}

/** Percentages rounded down, and then a point at a time to the one that lacks most. */
export function slowPercents(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const percents = counts.map((count) => Math.trunc((100 * count) / all));
  while (percents.reduce((sum, percent) => sum + percent, 0) < 100) {
    const lacks = counts.map((count, place) => 100 * count - percents[place]! * all);
    const most = Math.max(...lacks);
    const larger = Math.max(...counts.filter((_, place) => lacks[place] === most));
    percents[counts.findIndex((count, place) => lacks[place] === most && count === larger)]! += 1;
  }
  return percents;
}
