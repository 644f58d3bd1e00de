import { Columns3 } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { printCount } from '../../schema/print-count.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { sightOf } from '../exploration/sight-of.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Tabs } from '../ui/Panel.tsx';
import { useStored } from '../ui/use-stored.ts';
import type { Column, RowOf } from './column.ts';
import { Grid } from './Grid.tsx';
import type { GridProps } from './grid-props.ts';
import { nodeColumns, nodeRows } from './node-columns.tsx';
import { relationshipColumns, relationshipRows } from './relationship-columns.ts';
import './table.css';
import { useTable } from './use-table.ts';

type Handlers = Pick<GridProps<RowOf>, 'onSelect' | 'onAct' | 'onMenu'>;

interface TableProps extends Handlers {
  readonly exploration: Exploration;
}

const readTab = (stored: string | null) => (stored === 'relationships' ? 'relationships' : 'nodes');

/** All that can be seen, as rows: nodes, or relationships. What is selected is selected on the canvas. */
export function Table({ exploration, ...handlers }: TableProps) {
  const [tab, chooseTab] = useStored('oversight-table', readTab);
  const seen = sightOf(exploration);
  const nodes = useMemo(() => nodeRows(seen), [seen]);
  const relationships = useMemo(() => relationshipRows(seen), [seen]);
  const tabs = (
    <Tabs
      label="Nodes or relationships"
      tabs={[
        { key: 'nodes', words: `Nodes ${printCount(nodes.length)}` },
        { key: 'relationships', words: `Relationships ${printCount(relationships.length)}` },
      ]}
      chosen={tab}
      onChoose={chooseTab}
    />
  );
  const { pinned, expansions, selection } = exploration;
  const columns = useMemo(() => nodeColumns({ ...seen, pinned, expansions }), [seen, pinned, expansions]);
  const shared = { ...handlers, selection, tabs };
  return tab === 'nodes' ? (
    <TableOf key="nodes" name="nodes" label="Nodes" columns={columns} all={nodes} {...shared} />
  ) : (
    <TableOf
      key="relationships"
      name="relationships"
      label="Relationships"
      columns={relationshipColumns}
      all={relationships}
      {...shared}
    />
  );
}

interface TableOfProps<Row extends RowOf> extends Handlers {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly all: readonly Row[];
  readonly selection: Exploration['selection'];
  readonly tabs: ReactNode;
}

function TableOf<Row extends RowOf>({ name, label, columns, all, tabs, ...rest }: TableOfProps<Row>) {
  const table = useTable(name, columns, all);
  const [isChoosing, setChoosing] = useState(false);
  const { rows, words, shown } = table;
  return (
    <div className="table">
      <div className="table-bar">
        {tabs}
        <input
          className="table-filter"
          type="search"
          aria-label={`Filter ${label.toLowerCase()} by words`}
          placeholder="Filter by words"
          value={words}
          onChange={(event) => table.setWords(event.target.value)}
        />
        <p className="table-count" role="status">
          {words ? `${printCount(rows.length)} of ${printCount(all.length)}` : ''}
        </p>
        <Button look="quiet" icon={<Columns3 />} onClick={() => setChoosing(true)}>
          Columns
        </Button>
      </div>
      <Grid {...rest} label={label} columns={shown} rows={rows} sorting={table.sorting} onSort={table.sort} />
      {rows.length === 0 && (
        <p className="table-none">
          {all.length === 0 ? 'There is nothing to be seen on the canvas.' : 'No row holds these words.'}
        </p>
      )}
      {isChoosing && (
        <Dialog title={`Columns of ${label.toLowerCase()}`} onClose={() => setChoosing(false)}>
          <ul className="table-columns">
            {columns.slice(1).map(({ key, head }) => (
              <li key={key}>
                <label>
                  <input
                    type="checkbox"
                    checked={shown.some((column) => column.key === key)}
                    onChange={() => table.toggleColumn(key)}
                  />
                  {head}
                </label>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </div>
  );
}
