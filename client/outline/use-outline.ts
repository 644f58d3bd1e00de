import { useEffect, useMemo, useRef, useState } from 'react';
import { foldText } from '../../schema/fold-text.ts';
import type { NodeId } from '../../schema/ids.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { sightOf } from '../exploration/sight-of.ts';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { listOutline } from './list-outline.ts';
import { listRows, nodeKey, type Openness, type OutlineRow } from './list-rows.ts';
import { moveInOutline, type OutlineMove } from './move-in-outline.ts';
import { sayRow } from './say-row.ts';

/** Of a row that takes one line. */
const ROW_HEIGHT = 28;

/** The lines of the outline, where the keyboard is among them, and the ways to move. */
export function useOutline(exploration: Exploration) {
  const seen = sightOf(exploration);
  const [openness, setOpenness] = useState<Openness>(new Map());
  const contents = useMemo(() => listOutline(seen), [seen]);
  const rows = useMemo(() => listRows(seen, contents, openness), [seen, contents, openness]);
  const indexes = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  const selected = exploration.selection.at(-1);
  const [wanted, setWanted] = useState<string | null>(null);
  // Where the keyboard was is gone: then it is where it stood, or at what is selected.
  const lastIndex = useRef(0);
  const at = placeOf(indexes, wanted) ?? placeOf(indexes, selected && nodeKey(selected as NodeId));
  const current = at ?? Math.min(lastIndex.current, rows.length - 1);
  const list = useVirtualRows({
    count: rows.length,
    current,
    keyAt: (index) => rows[index]?.key ?? '',
    height: ROW_HEIGHT,
  });
  const { show, takeFocus } = list;
  /** The nodes and relationships by which one got here, to be walked back. */
  const trail = useRef<readonly string[]>([]);

  const goTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    lastIndex.current = index;
    setWanted(row.key);
    show(index);
    takeFocus();
  };
  const open = (key: string, depth: number) => setOpenness((before) => new Map(before).set(key, depth));

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change under what is selected do not scroll, which would disturb who reads.
  useEffect(() => {
    const index = selected === undefined ? undefined : indexes.get(nodeKey(selected as NodeId));
    if (index === undefined || list.hasFocus()) return;
    setWanted(nodeKey(selected as NodeId));
    show(index);
  }, [selected]);

  const walk = (row: OutlineRow, to: NodeId) => {
    const index = indexes.get(nodeKey(to));
    if (index === undefined) return;
    trail.current = [...trail.current, row.key, nodeKey(to)].slice(-100);
    goTo(index);
  };
  /** Left on a node that one came to along a relationship goes back along it. */
  const walkBack = (row: OutlineRow): boolean => {
    const [from, to] = trail.current.slice(-2);
    const index = to === row.key && from !== undefined ? indexes.get(from) : undefined;
    if (index === undefined) return false;
    trail.current = trail.current.slice(0, -2);
    goTo(index);
    return true;
  };
  const make = (move: OutlineMove, row: OutlineRow) => {
    if (move.kind === 'go') goTo(move.to);
    else if (move.kind === 'open') open(move.key, move.depth);
    else walk(row, move.to);
  };
  return {
    rows,
    current,
    list,
    goTo,
    open,
    walk,
    setWanted,
    /** Does what the press means for moving; tells whether it means anything. */
    move(press: string): boolean {
      const row = rows[current];
      if (!row) return false;
      const isClosed = !('opening' in row) || row.opening.depth === 0;
      if (press === 'ArrowLeft' && isClosed && walkBack(row)) return true;
      const move = moveInOutline(rows, current, press);
      if (move) make(move, row);
      return move !== null;
    },
    /** Goes to the next row that begins so, round and round. */
    find(begin: string): void {
      const wish = foldText(begin);
      // A longer word may still be that of the row where one is; a single letter goes on to the next.
      const start = begin.length > 1 ? current : current + 1;
      const order = [...rows.keys()].map((step) => (start + step) % rows.length);
      const found = order.find((index) => {
        const row = rows[index];
        return row && foldText(sayRow(exploration, row)).replace(/^[“‘]/, '').startsWith(wish);
      });
      if (found !== undefined) goTo(found);
    },
  };
}

function placeOf(indexes: ReadonlyMap<string, number>, key: string | null | undefined): number | undefined {
  return key ? indexes.get(key) : undefined;
}
