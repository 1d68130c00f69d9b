import { randomInt } from "node:crypto";

/** Ten codes without look-alikes, each good for one sign-in: 49 bits, and wrong ones are counted. */
export function makeRecoveryCodes(): string[] {
  const signs = "23456789abcdefghjkmnpqrstuvwxyz";
  const part = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join("");
  return Array.from({ length: 10 }, () => `${part()}-${part()}`);
}
