import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { importTable, tableOf } from '../../../test/support/ingest/import-csv.ts';
import { homeFolder } from '../../config.ts';
import { seedOnStart } from '../../seed-on-start.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { readInYear } from './read-statistics.ts';

let store: GraphStore;
beforeEach(async () => {
  store = await openSqliteStore({ folder: ':memory:' });
});
afterEach(() => store.close());

describe('the row of Cafcass in the year 2017–18', () => {
  test('joins the Cafcass of the seed: its nodes stay, and gain evidence', async () => {
    await seedOnStart(store, `${homeFolder}/seeds`);
    const before = await store.records([nodeId('organisation/cafcass'), nodeId('inspection/cafcass-2018')]);
    const lines = (await inYear()).split('\r\n');
    const cafcass = lines.filter((line) => line.includes('1027080'));
    const file = tableOf('inspections-in-year-2017-18.csv', ...lines.slice(0, 2), ...cafcass);
    const outcome = await importTable(store, readInYear, file);
    expect(outcome).toMatchObject({ kind: 'imported', rows: 1, problems: [], notices: [] });
    const after = await store.records(before.nodes.map(({ id }) => id));
    expect(
      after.nodes.map(({ properties: { name, kind, startedOn } }) => ({ name, kind, startedOn })),
    ).toEqual(before.nodes.map(({ properties: { name, kind, startedOn } }) => ({ name, kind, startedOn })));
    expect(after.evidence.length).toBeGreaterThan(before.evidence.length);
    expect(before.evidence.every(({ id }) => after.evidence.some((piece) => piece.id === id))).toBe(true);
    const { nodes } = await store.records([nodeId('judgement/cafcass-2018/overall/outstanding')]);
    expect(nodes.map(({ disputed, properties: { standing } }) => ({ disputed, standing }))).toEqual([
      { disputed: ['grade'], standing: 'stands' },
    ]);
  });
});

async function inYear(): Promise<string> {
  const path = '../../../test/fixtures/data/ofsted-social-care-inspections-in-year-2017-18.csv.gz';
  return gunzipSync(await readFile(fileURLToPath(new URL(path, import.meta.url)))).toString('latin1');
}
