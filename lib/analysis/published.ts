import type { Dimension } from "./crosstab";
import type { Tally } from "./crosstab-tally";

/** All the answers of a value of the batches up to `upTo`. */
export interface Reach {
  readonly upTo: number;
  readonly tally: Tally;
}

/** A value that is shown by itself. */
export interface PublishedCell extends Reach {
  readonly value: string;
  /** How it was shown before, first first. */
  readonly earlier?: readonly Reach[];
}

/** Everything that viewers are shown of an edition, until there is a next batch. */
export interface Published {
  /** Counts the batches from 1. */
  readonly batch: number;
  /** Which seal these are the figures of: 1 for an edition's first; 0 where it was not sealed when they were made. */
  readonly seal: number;
  readonly total: Tally;
  /** The totals of the batches before, first first. */
  readonly earlier?: readonly Tally[];
  /** Every response kept when the batch was made, whatever its status. */
  readonly received: number;
  /**
   * By open item: how many answered it, and how many of those it was put to left it blank. Exempt from k, as decision 27
   * says: they tell that somebody wrote, and nothing of what.
   */
  readonly open: Readonly<Record<string, readonly [answered: number, missing: number]>>;
  readonly cells: Readonly<Record<Dimension, readonly PublishedCell[]>>;
}
