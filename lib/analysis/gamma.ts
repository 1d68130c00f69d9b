/** Lanczos' coefficients for g = 7 and nine terms: relative error below 1e-15. */
const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Relative change at which a series or a continued fraction has arrived, and the number that stands for a zero in it. */
const NEAR_ENOUGH = 1e-15;
const TINY = 1e-300;

/**
 * The natural logarithm of Γ(x), x ≥ 0.5. Lanczos, "A precision approximation of the gamma function", SIAM J. Numer.
 * Anal. B 1 (1964). Example: lnGamma(5) = ln 24.
 */
export function lnGamma(x: number): number {
  const y = x - 1;
  const sum = LANCZOS.reduce((total, coefficient, i) => total + (i === 0 ? coefficient : coefficient / (y + i)), 0);
  const t = y + LANCZOS_G + 0.5;
  return Math.log(2 * Math.PI) / 2 + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The natural logarithm of n over k, how many ways there are to choose k of n; 0 ≤ k ≤ n. */
export const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/**
 * The regularised upper incomplete gamma function Q(a, x), 1 at x = 0 and falling to 0; a ≥ 0.5, x ≥ 0. A series below
 * a + 1, Legendre's continued fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
export function upperGamma(a: number, x: number): number {
  if (x === 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/**
 * The regularised incomplete beta function I(x; a, b), 0 at x = 0 and 1 at x = 1; a, b ≥ 0.5 (Abramowitz & Stegun
 * 26.5.8, on the side of x where it converges fast).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const scale = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const fraction = continuedFraction(1, (step) => {
    const m = Math.floor(step / 2);
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [step % 2 === 0 ? even : odd, 1];
  });
  return scale / a / fraction;
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * NEAR_ENOUGH; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  return 1 / continuedFraction(x + 1 - a, (step) => [step * (a - step), x + 2 * step + 1 - a]);
}

/** first + n₁ / (d₁ + n₂ / (d₂ + …)) by Lentz's method as changed by Thompson and Barnett; `terms(i)` is [nᵢ, dᵢ]. */
function continuedFraction(first: number, terms: (step: number) => readonly [number, number]): number {
  let value = first || TINY;
  let c = value;
  let d = 0;
  for (let step = 1; ; step++) {
    const [numerator, denominator] = terms(step);
    d = 1 / (denominator + numerator * d || TINY);
    c = denominator + numerator / c || TINY;
    value *= c * d;
    // Turned round, so that no number at all ends it too.
    if (!(Math.abs(c * d - 1) > NEAR_ENOUGH)) return value;
  }
}
