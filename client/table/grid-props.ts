import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { ExplorerAction } from '../exploration/actions.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { Column, RowOf, Sorting } from './column.ts';

export interface GridProps<Row extends RowOf> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** As they are to stand below one another. */
  readonly rows: readonly Row[];
  readonly selection: Exploration['selection'];
  readonly sorting: Sorting | null;
  readonly onSort: (by: string) => void;
  readonly onSelect: (ids: Exploration['selection']) => void;
  /** A key that does something, as on the canvas; tells whether it did. */
  readonly onAct: (action: ExplorerAction, ids: readonly NodeId[], press: string) => boolean;
  readonly onMenu: (id: NodeId | RelationshipId, at: { readonly x: number; readonly y: number }) => void;
}
