import type { NodeId } from '../../schema/ids.ts';
import type { OutlineRow } from './list-rows.ts';

/** Where a key leads within the outline, or what it opens and closes. */
export type OutlineMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'open'; readonly key: string; readonly depth: number }
  /** Along a relationship to the node at its far end. */
  | { readonly kind: 'walk'; readonly to: NodeId };

/** Rows that a page key passes over. */
const PAGE = 12;

/** What a press comes to at this row; null where it is no key for moving. */
export function moveInOutline(rows: readonly OutlineRow[], at: number, press: string): OutlineMove | null {
  const row = rows[at];
  const go = (to: number): OutlineMove => ({ kind: 'go', to: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (press) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'PageDown':
      return go(at + PAGE);
    case 'PageUp':
      return go(at - PAGE);
    case 'ArrowRight':
      return row ? moveIn(row, () => go(at + 1)) : null;
    case 'ArrowLeft':
      return row ? moveOut(rows, row) : null;
    default:
      return null;
  }
}

/** Opens a step more; what is open is entered, and from a relationship one goes on to its far end. */
function moveIn(row: OutlineRow, goDown: () => OutlineMove): OutlineMove | null {
  if (row.kind === 'relationship') return { kind: 'walk', to: row.far.record.id };
  if (row.kind === 'hidden') return null;
  const { depth, deepest } = row.opening;
  if (depth < deepest) return { kind: 'open', key: row.key, depth: depth + 1 };
  return depth > 0 ? goDown() : null;
}

/** Closes what is open; from what is closed, back to what it stands below. */
function moveOut(rows: readonly OutlineRow[], row: OutlineRow): OutlineMove | null {
  if ('opening' in row && row.opening.depth > 0) return { kind: 'open', key: row.key, depth: 0 };
  const parent = rows.findIndex(({ key }) => key === row.parent);
  return parent < 0 ? null : { kind: 'go', to: parent };
}
