import { useCallback, useMemo, useState } from 'react';
import { useStored } from '../ui/use-stored.ts';
import { arrangeRows } from './arrange-rows.ts';
import type { Column, Sorting } from './column.ts';

/** Which columns are shown, which the browser remembers, and which rows in what order. */
export function useTable<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const atFirst = columns.filter(({ isHiddenAtFirst }) => !isHiddenAtFirst).map(({ key }) => key);
  const [stored, store] = useStored(`oversight-table-${name}`, (text) => text ?? atFirst.join(' '));
  const [words, setWords] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const chosen = new Set(stored.split(' '));
  // The first column says what a row is of; without it a row would be a riddle.
  const shown = columns.filter(({ key }, index) => index === 0 || chosen.has(key));
  const arranged = useMemo(
    () => arrangeRows(rows, columns, { words, sorting }),
    [rows, columns, words, sorting],
  );
  return {
    shown,
    rows: arranged,
    words,
    setWords,
    sorting,
    /** Upwards, downwards, and then as it was. */
    sort: useCallback(
      (by: string) =>
        setSorting((before) => {
          if (before?.by !== by) return { by, down: false };
          return before.down ? null : { by, down: true };
        }),
      [],
    ),
    toggleColumn(key: string) {
      const next = columns.filter((column) => chosen.has(column.key) !== (column.key === key));
      store(next.map((column) => column.key).join(' '));
    },
  };
}
