import { createHash } from "node:crypto";

/** 31 signs that nobody confuses, read or heard: no 0 O, 1 I L. A prime number, so that one check sign suffices. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** 13 random signs hold 64.4 bits: at 1,000 guesses a second one of a million codes falls in some 770 years. */
const RANDOM_SIGNS = 13;

/**
 * The receipt code of a submission, e.g. `7KMP4-XRHQ2-WNEA`: made from its edition and key alone, so that the same
 * key gives the same receipt, while the database, which keeps only hashes of both, cannot give it to anybody.
 */
export function receiptCodeOf(editionSlug: string, idempotencyKey: string): string {
  const digest = createHash("sha256").update(`receipt\n${editionSlug}\n${idempotencyKey.toLowerCase()}`).digest();
  let number = BigInt(`0x${digest.toString("hex")}`);
  let signs = "";
  while (signs.length < RANDOM_SIGNS) {
    signs += SIGNS.charAt(Number(number % 31n));
    number /= 31n;
  }
  return group(signs + checkSign(signs));
}

/** A typed code in its canonical form, or null if it can't be one: case, spaces, hyphens and full width don't matter. */
export function findReceiptCode(typed: string): string | null {
  const signs = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s‐‑–—-]/g, "");
  if (signs.length !== RANDOM_SIGNS + 1 || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return checkSign(signs.slice(0, -1)) === signs.at(-1) ? group(signs) : null;
}

/** What the database keeps of a receipt code: enough to find its answer, not to give the code away. */
export function receiptHash(code: string): string {
  return createHash("sha256").update(`receipt-code\n${code}`).digest("hex");
}

/** What the database keeps of an idempotency key, so that nobody who reads the table can make its receipt code. */
export function idempotencyHash(editionSlug: string, idempotencyKey: string): string {
  return createHash("sha256").update(`idempotency\n${editionSlug}\n${idempotencyKey.toLowerCase()}`).digest("hex");
}

function group(signs: string): string {
  return `${signs.slice(0, 5)}-${signs.slice(5, 10)}-${signs.slice(10)}`;
}

/** Weights 2–14 are distinct and not 0 modulo 31, so every wrong sign and every swap of two signs shows. */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, place) => total + (place + 2) * SIGNS.indexOf(sign), 0);
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}
