import type { Writers } from "./writers";

/** One way of breaking what takes answers. */
export interface Fault {
  readonly name: string;
  /** Why this machine cannot do it, in words; null when it can. */
  lacks?(): string | null;
  /** Sets up an app and its database in an empty directory. */
  open(directory: string): Promise<Scene>;
}

/** An app that takes answers, and the means to break it. */
export interface Scene {
  /** Where readers send to. */
  readonly base: string;
  /** The database's address, to be read past the app. */
  readonly database: string;
  /** 16 unless given. */
  readonly atOnce?: number;
  /** False where nobody should have to send twice. */
  readonly retries?: boolean;
  /** Statuses, beside a receipt and 503 in words, that this fault makes right. */
  readonly allows?: readonly number[];
  /**
   * Breaks something under load, and mends what does not mend itself. Returns when the cause was gone, by
   * `performance.now()`: from there on recovery is counted. Throws what is wrong beyond the book.
   */
  strike(round: number, writers: Writers): Promise<number>;
  /** What else is to be right while nobody writes. Throws what is wrong. */
  look?(writers: Writers): Promise<void>;
  close(): Promise<void>;
}
