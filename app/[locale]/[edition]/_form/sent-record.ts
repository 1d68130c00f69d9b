import { readItem, removeItem, writeItem } from "./browser-storage";

/** In the tab alone: the next person at this device opens a tab of their own. */
const nameOf = (edition: string) => `report-feedback:sent:${edition}`;

/** The receipt code of what was sent from this tab, or null. */
export function findSent(edition: string): string | null {
  const code = readItem("sessionStorage", nameOf(edition));
  return code && /^[0-9A-Z-]+$/.test(code) ? code : null;
}

/** Remembers what was sent, so that the way back from the receipt does not lead to a second form. */
export function recordSent(edition: string, code: string): void {
  writeItem("sessionStorage", nameOf(edition), code);
}

export function forgetSent(edition: string): void {
  removeItem("sessionStorage", nameOf(edition));
}

/** The code that a receipt's address ends in. */
export function codeIn(receipt: string): string {
  return receipt.replace(/[?#].*$/, "").replace(/^.*\//, "");
}
