import { incompleteBeta, lnGamma, upperGamma } from "./gamma";

/** The standard normal distribution leaves 2.5 % above: what every 95 % interval of shares is made with. */
export const Z_95 = 1.959963984540054;

/** How likely a standard normal variable lies as far from 0 as z, on either side; 1 at 0. */
export const normalTwoSided = (z: number): number => upperGamma(0.5, (z * z) / 2);

/** How likely a χ² variable with so many degrees of freedom (≥ 1) is at least so large. */
export const chiSquareTail = (statistic: number, freedom: number): number => upperGamma(freedom / 2, statistic / 2);

/**
 * The value that Student's t with so many degrees of freedom (≥ 1) exceeds in 2.5 % of cases; by Newton's steps, which come
 * from below, to the last digits of a double. Example: 2.0452296 for 29.
 */
export function tQuantile95(freedom: number): number {
  const scale = lnGamma((freedom + 1) / 2) - lnGamma(freedom / 2) - Math.log(freedom * Math.PI) / 2;
  const density = (t: number) => Math.exp(scale - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom));
  const twoSided = (t: number) => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  for (let t = Z_95; ;) {
    const next = t + (twoSided(t) - 0.05) / (2 * density(t));
    if (!(next > t)) return t;
    t = next;
  }
}
