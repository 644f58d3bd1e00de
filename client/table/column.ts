import type { ReactNode } from 'react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';

/** One column of a table, whose rows are records. */
export interface Column<Row> {
  /** In what the browser remembers; unique in its table. */
  readonly key: string;
  readonly head: string;
  /** In pixels; the first column takes what is left over. */
  readonly width: number;
  /** What is read, looked for and, without `orderBy`, sorted by; empty where there is nothing to say. */
  readonly text: (row: Row) => string;
  /** Sorts by this instead: numbers by size, text by the alphabet. Empty text goes to the end. */
  readonly orderBy?: (row: Row) => number | string;
  /** Drawn in the place of the text. */
  readonly draw?: (row: Row) => ReactNode;
  readonly isNumber?: true;
  /** Left out until it is chosen. */
  readonly isHiddenAtFirst?: true;
}

/** A row as the grid needs it, whatever it is of. */
export interface RowOf {
  readonly id: NodeId | RelationshipId;
}

export interface Sorting {
  readonly by: string;
  readonly down: boolean;
}
