import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { parseNodeId } from '../../schema/ids.ts';
import { actionOfPress, type ExplorerAction, isLetterPress, pressOf } from '../exploration/actions.ts';
import { nodesForKey } from '../exploration/command-of-action.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { selectRange } from '../exploration/select-range.ts';
import { areLettersKeys } from '../ui/letter-keys.ts';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import type { RowOf } from './column.ts';
import type { GridProps } from './grid-props.ts';
import { type Cell, keepInside, moveInGrid } from './move-in-grid.ts';

export const ROW_HEIGHT = 30;
export const HEAD_HEIGHT = 32;

type Way = 'alone' | 'toggled' | 'ranged';

/** Where the keyboard is in a grid, and what keys and clicks do there. */
export function useGrid<Row extends RowOf>(props: GridProps<Row>) {
  const { columns, rows, selection, onSort, onSelect, onAct, onMenu } = props;
  const { cell, setCell } = useCell(rows, columns.length);
  const anchor = useRef<Row['id'] | null>(null);
  const list = useVirtualRows({
    count: rows.length,
    current: cell.row - 1,
    keyAt: (index) => rows[index]?.id ?? '',
    height: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    focusWithin: `[data-column="${cell.column}"]`,
  });
  useFollow(selection, rows, list);

  const goTo = (next: Cell) => {
    setCell(next);
    if (next.row > 0) list.show(next.row - 1);
    list.takeFocus();
  };
  const select = (id: Row['id'], how: Way) => {
    if (how === 'ranged') {
      const order: readonly Row['id'][] = rows.map((row) => row.id);
      return onSelect(selectRange(order, anchor.current ?? selection.at(-1) ?? id, id));
    }
    anchor.current = id;
    const others = selection.filter((each) => each !== id);
    if (how === 'alone') onSelect([id]);
    else onSelect(selection.includes(id) ? others : [...others, id]);
  };
  const extend = (by: number) => {
    const next = keepInside(
      { row: Math.max(1, cell.row + by), column: cell.column },
      { rows: rows.length, columns: columns.length },
    );
    const [from, to] = [rows[cell.row - 1], rows[next.row - 1]];
    if (!to) return;
    anchor.current ??= from?.id ?? null;
    goTo(next);
    select(to.id, 'ranged');
  };
  const openMenuAt = (id: Row['id']) => {
    const box = document.activeElement?.getBoundingClientRect();
    onMenu(id, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
  };
  const act = (action: ExplorerAction, row: Row, press = ''): boolean => {
    if (action === 'menu') openMenuAt(row.id);
    const id = parseNodeId(row.id);
    return action === 'menu' || (id !== null && onAct(action, nodesForKey({ selection }, id), press));
  };

  const press = (pressed: string): boolean => {
    const action = actionOfPress('lists', pressed);
    const step = moveInGrid(cell, { rows: rows.length, columns: columns.length }, pressed);
    const row = rows[cell.row - 1];
    if (step) goTo(step);
    else if (action === 'extendSelection') extend(pressed.endsWith('Down') ? 1 : -1);
    else if (action === 'selectAll') onSelect(rows.map(({ id }) => id));
    else if (action === 'select' || action === 'addToSelection') {
      if (row) select(row.id, action === 'select' ? 'alone' : 'toggled');
      else onSort(columns[cell.column]?.key ?? '');
    } else return action !== null && row !== undefined && act(action, row, pressed);
    return true;
  };
  return {
    cell,
    setCell,
    list,
    act,
    choose: (row: Row, event: MouseEvent) => select(row.id, wayOf(event)),
    openMenu(row: Row, event: MouseEvent) {
      event.preventDefault();
      onMenu(row.id, { x: event.clientX, y: event.clientY });
    },
    onKeyDown(event: KeyboardEvent) {
      const pressed = pressOf(event);
      if ((isLetterPress(pressed) && !areLettersKeys()) || !press(pressed)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** The cell is remembered by its record, so that it stays with it when the rows are sorted or others come in. */
function useCell(rows: readonly RowOf[], columns: number) {
  const [place, setPlace] = useState<Cell & { readonly id: string | null }>({ row: 1, column: 0, id: null });
  const moved = place.id === null ? -1 : rows.findIndex(({ id }) => id === place.id);
  const row = moved < 0 ? place.row : moved + 1;
  const cell = keepInside({ row, column: place.column }, { rows: rows.length, columns });
  return {
    cell,
    setCell: (next: Cell) => setPlace({ ...next, id: rows[next.row - 1]?.id ?? null }),
  };
}

/** What is selected elsewhere, as on the canvas, comes into sight; but nothing scrolls under who works here. */
function useFollow(
  selection: Exploration['selection'],
  rows: readonly RowOf[],
  { hasFocus, show }: Pick<ReturnType<typeof useVirtualRows>, 'hasFocus' | 'show'>,
): void {
  const selected = selection.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that are sorted anew do not scroll to what is selected.
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === selected);
    if (index >= 0 && !hasFocus()) show(index);
  }, [selected]);
}

function wayOf({ shiftKey, ctrlKey, metaKey }: MouseEvent): Way {
  if (shiftKey) return 'ranged';
  return ctrlKey || metaKey ? 'toggled' : 'alone';
}
