import { incompleteBeta, upperGamma } from "./gamma";

/** The standard normal distribution leaves 2.5 % above: what every 95 % interval of shares is made with. */
export const Z_95 = 1.959963984540054;

/** How likely a standard normal variable lies as far from 0 as z, on either side; 1 at 0. */
export const normalTwoSided = (z: number): number => upperGamma(0.5, (z * z) / 2);

/** How likely a χ² variable with so many degrees of freedom (≥ 1) is at least so large. */
export const chiSquareTail = (statistic: number, freedom: number): number => upperGamma(freedom / 2, statistic / 2);

/**
 * The value that Student's t with so many degrees of freedom (≥ 1) exceeds in 2.5 % of cases; by bisection, to the last
 * digits of a double. Example: 2.0452296 for 29.
 */
export function tQuantile95(freedom: number): number {
  const twoSided = (t: number) => incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  let [low, high] = [Z_95, 13];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (twoSided(middle) > 0.05) low = middle;
    else high = middle;
  }
}
