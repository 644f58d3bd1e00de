import { ArrowDown, ArrowUp } from 'lucide-react';
import type { CSSProperties, MouseEvent } from 'react';
import type { Column, RowOf } from './column.ts';
import type { GridProps } from './grid-props.ts';
import './table.css';
import { HEAD_HEIGHT, ROW_HEIGHT, useGrid } from './use-grid.ts';

/** Records as a grid by the pattern of ARIA: one tab stop, arrows from cell to cell, and the keys of the canvas. */
export function Grid<Row extends RowOf>(props: GridProps<Row>) {
  const { label, columns, rows, selection, sorting, onSort } = props;
  const grid = useGrid(props);
  const { list, cell } = grid;
  const wide = columns.reduce((sum, { width }) => sum + width, 0);
  const [first, ...others] = columns.map(({ width }) => `${width}px`);
  const style = {
    '--table-columns': [`minmax(${first}, 1fr)`, ...others].join(' '),
    '--table-width': `${wide}px`,
    '--table-head': `${HEAD_HEIGHT}px`,
    '--table-row': `${ROW_HEIGHT}px`,
  } as CSSProperties;
  return (
    <div ref={list.scroller} className="table-scroller" style={style}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked through by key is a grid.
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        onKeyDown={grid.onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1} data-index={-1} className="table-row table-head">
            {columns.map(({ key, head, isNumber }, column) => (
              <th
                key={key}
                scope="col"
                aria-colindex={column + 1}
                aria-sort={sorting?.by === key ? (sorting.down ? 'descending' : 'ascending') : 'none'}
                data-column={column}
                tabIndex={cell.row === 0 && cell.column === column ? 0 : -1}
                className={isNumber ? 'table-cell table-number' : 'table-cell'}
                title={`Sort by ${head.toLowerCase()}`}
                onFocus={() => grid.setCell({ row: 0, column })}
                onClick={() => onSort(key)}
              >
                <span className="table-words">{head}</span>
                {sorting?.by === key && (sorting.down ? <ArrowDown /> : <ArrowUp />)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="table-body" style={{ height: list.rows.getTotalSize() }}>
          {list.rows.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <GridRow
                  key={row.id}
                  row={row}
                  index={index}
                  start={start - HEAD_HEIGHT}
                  columns={columns}
                  focused={cell.row === index + 1 ? cell.column : null}
                  isSelected={selection.includes(row.id)}
                  onFocus={(column) => grid.setCell({ row: index + 1, column })}
                  onChoose={(event) => grid.choose(row, event)}
                  onOpen={() => grid.act('expand', row)}
                  onMenu={(event) => grid.openMenu(row, event)}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface GridRowProps<Row extends RowOf> {
  readonly row: Row;
  readonly index: number;
  /** Where it begins within the body, in pixels. */
  readonly start: number;
  readonly columns: readonly Column<Row>[];
  /** The column where the keyboard is, if it is in this row. */
  readonly focused: number | null;
  readonly isSelected: boolean;
  readonly onFocus: (column: number) => void;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onOpen: () => void;
  readonly onMenu: (event: MouseEvent) => void;
}

function GridRow<Row extends RowOf>(props: GridRowProps<Row>) {
  const { row, index, start, columns, focused, isSelected, onFocus } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      className="table-row"
      style={{ transform: `translateY(${start}px)` }}
      onClick={props.onChoose}
      onDoubleClick={props.onOpen}
      onContextMenu={props.onMenu}
    >
      {columns.map(({ key, text, draw, isNumber }, column) => (
        <td
          key={key}
          aria-colindex={column + 1}
          data-column={column}
          tabIndex={focused === column ? 0 : -1}
          className={isNumber ? 'table-cell table-number' : 'table-cell'}
          title={text(row)}
          onFocus={() => onFocus(column)}
        >
          {draw?.(row) ?? <span className="table-words">{text(row)}</span>}
        </td>
      ))}
    </tr>
  );
}
