import type { Problem } from '../../../schema/problems.ts';
import type { RowFragment } from './row-fragment.ts';

/** What reading a file yields, in the order of the file. */
export type FileReading =
  /** What some rows say; `rows` is how many. */
  | { readonly kind: 'fragments'; readonly fragments: readonly RowFragment[]; readonly rows: number }
  /** A row that cannot be read, and is left out. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Something that a person should know, which keeps nothing from being imported. */
  | { readonly kind: 'notice'; readonly problem: Problem }
  /** The file is none of these; nothing of it is imported. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** The file holds nothing that is wanted. */
  | { readonly kind: 'left out'; readonly because: string };

/** A record that the file names and that the import left as it is. */
export interface LeftRecord {
  readonly id: string;
  readonly because: string;
}

interface FileCounts {
  readonly rows: number;
  /** Rows that could not be read. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly left: readonly LeftRecord[];
}

interface RecordCounts {
  readonly created: number;
  readonly changed: number;
}

/** What importing a file came to. */
export type ImportOutcome = { readonly file: string } & (
  | ({ readonly kind: 'imported'; readonly sequence: number } & RecordCounts & FileCounts)
  /** The graph held all of it: no entry was written. */
  | ({ readonly kind: 'unchanged' } & FileCounts)
  /** Nothing was to be written: this is what it would have come to. */
  | ({ readonly kind: 'would import' } & RecordCounts & FileCounts)
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'left out'; readonly because: string }
);

/** How far an import is. `done` and `total` are bytes while a file is read, pieces of facts while it is written. */
export interface ImportProgress {
  readonly file: string;
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}
