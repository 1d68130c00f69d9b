const TOO_OLD = /\bMSIE |\bTrident\/|\bEdge\/1\d/;

/**
 * Whether a browser is too old for the form: Internet Explorer, and Edge before it was a Chromium. Its name is looked at
 * and forgotten.
 */
export function isTooOld(userAgent: string | null | undefined): boolean {
  return TOO_OLD.test(userAgent ?? "");
}
