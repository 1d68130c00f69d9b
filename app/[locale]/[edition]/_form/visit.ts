/** How a reader came to an edition's own form, and what it is called; what the browser remembers hangs on that. */
export interface Visit {
  readonly edition: string;
  /** The form's address, with its channel. */
  readonly address: string;
  /** What the addresses of its receipts begin with. */
  readonly receipts: string;
  /** `?shared=1`, a device of several people: nothing is remembered. */
  readonly isShared: boolean;
  /** The page brought back what was typed on the one before: refused, language switched, an item cleared. */
  readonly isReturned: boolean;
}
