import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { importTable, tableOf } from '../../../test/support/ingest/import-csv.ts';
import { openStaging } from '../../store/open-graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { readProviderLevel } from '../ofsted/read-statistics.ts';
import { nodeFragment } from './fragment.ts';
import type { ReadFile } from './import-file.ts';
import { always } from './row-fragment.ts';

const heading =
  'URN,Provision type,Name,Government Office Region,Local authority,Organisation which owns the provider,Event type,Inspection date,Publication date,Event number,Overall effectiveness';
const row = (number: number) =>
  `SC${1000 + number},Children's home,REDACTED,London,Barnet,Care Ltd,Full inspection,05/01/2016,,${number},Good`;

test('a long table is held a few hundred records at a time, while it is read and while it is written', async () => {
  const store = await openSqliteStore({ folder: ':memory:' });
  const [waiting, put]: [number[], number[]] = [[], []];
  const writeInParts: typeof store.writeInParts = (about, work) =>
    store.writeInParts(about, (parts) =>
      work({
        ...parts,
        put: (part) => {
          put.push(part.put.nodes.length + part.put.relationships.length);
          return parts.put(part);
        },
      }),
    );
  const counted = () => {
    const staging = openStaging();
    return {
      ...staging,
      add: (texts: Parameters<typeof staging.add>[0]) => {
        waiting.push(texts.reduce((sum, { pieces }) => sum + pieces, 0));
        staging.add(texts);
      },
    };
  };
  const rows = Array.from({ length: 500 }, (_each, number) => row(number));
  const outcome = await importTable(
    { ...store, writeInParts },
    readProviderLevel,
    tableOf('march_2016.csv', heading, ...rows),
    { openStaging: counted },
  );
  expect(outcome).toMatchObject({ kind: 'imported', rows: 500 });
  expect(waiting.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4_000);
  expect(Math.max(...waiting)).toBeLessThan(1_500);
  expect(put.length).toBeGreaterThan(10);
  expect(Math.max(...put)).toBeLessThan(350);
  await store.close();
});

test('a file that says more of one record than fits into memory is refused, and nothing of it is written', async () => {
  const store = await openSqliteStore({ folder: ':memory:' });
  const [document, id] = [nodeId('document/list'), nodeId('organisation/home')];
  const read: ReadFile = async function* () {
    const said = (line: number) =>
      nodeFragment('Organisation', id, { name: 'Home' }, { document, locator: `line ${line}` });
    const heading = nodeFragment('Document', document, { name: 'List' }, { document, locator: 'heading' });
    const lines = Array.from({ length: 10_001 }, (_each, line) => always(said(line)));
    yield { kind: 'fragments', fragments: [always(heading), ...lines], rows: 10_001 };
  };
  expect(await importTable(store, read, tableOf('list.csv', 'Name'))).toMatchObject({
    kind: 'refused',
    problems: [{ file: 'list.csv', record: id, message: expect.stringContaining('10,000') }],
  });
  expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
  expect(await store.journal({ after: 0, limit: 5 })).toEqual([]);
  await store.close();
});
