/** A text that waits, with its place among others. */
export interface StagedText {
  /** Texts of a lower stage come first. */
  readonly stage: number;
  /** Texts of one group come together. */
  readonly group: string;
  /** Texts that have the same are kept once, the first of them; null is always kept. */
  readonly once: string | null;
  readonly text: string;
}

/**
 * Holds texts outside of memory until they are wanted in another order: what a file says, until all of it was read. It
 * is gone when it is closed and when the process ends.
 */
export interface Staging {
  add(texts: readonly StagedText[]): void;
  /** Whole groups by stage and name, gathered to lists of about `size` texts; in each group the texts as they came. */
  groups(size: number): Iterable<readonly string[]>;
  /** Texts that are kept. */
  count(): number;
  close(): void;
}

export type OpenStaging = () => Staging;
