/** A text that waits, with its place among others. */
export interface StagedText {
  /** Texts of a lower stage come first. */
  readonly stage: number;
  /** Texts of one group come together. */
  readonly group: string;
  /** Texts that have the same are kept once, the first of them; null is always kept. */
  readonly once: string | null;
  readonly text: string;
  /** How many things the text says, by which lists are measured. */
  readonly pieces: number;
}

/**
 * Holds texts outside of memory until they are wanted in another order: what a file says, until all of it was read. It
 * is gone when it is closed and when the process ends.
 */
export interface Staging {
  add(texts: readonly StagedText[]): void;
  /**
   * Whole groups by stage and name, gathered to lists of about `size` pieces; in each group the texts as they came. No
   * more than one list is held. Throws GroupTooLarge.
   */
  groups(size: number): Iterable<readonly string[]>;
  /** Pieces that are kept. */
  count(): number;
  close(): void;
}

export type OpenStaging = () => Staging;

/** Pieces of one group, which must fit into memory together. */
export const mostInGroup = 10_000;

/** More is said of one thing than fits into memory. */
export class GroupTooLarge extends Error {
  override readonly name = 'GroupTooLarge';
  readonly group: string;
  constructor(group: string) {
    super(`more than ${mostInGroup} pieces are said of ${group}`);
    this.group = group;
  }
}
