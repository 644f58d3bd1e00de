import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedApp, startApp } from '../http/start-app.ts';

let app: StartedApp;
let readings = 0;
beforeAll(async () => {
  app = await startApp({
    wrapStore: (store) => ({
      ...store,
      read: (plan, options) => {
        readings += 1;
        return store.read(plan, options);
      },
    }),
  });
});
afterAll(() => app.stop());

const opening =
  '{ startingView { id subgraph { sequence nodes { id name version } relationships { id version } } } }';

async function open(query = opening) {
  const before = readings;
  const { body } = await app.ask(query);
  expect(body.errors).toBeUndefined();
  return { data: body.data as Opening, readings: readings - before };
}

interface Opening {
  readonly startingView: {
    readonly subgraph: {
      readonly sequence: number;
      readonly nodes: readonly { readonly id: string; readonly name: string }[];
    };
  };
}

test('what every reader begins with is read once, until the graph changes', async () => {
  const first = await open();
  expect(first.readings).toBeGreaterThan(0);
  // The texts of a query that is new and of one that is known go different ways, and bring the same.
  for (let time = 0; time < 3; time++) expect(await open()).toEqual({ data: first.data, readings: 0 });
  const records = await app.store.records(['organisation/cafcass' as never]);
  const [cafcass] = records.nodes;
  if (!cafcass) throw new Error('Cafcass is in the first graph');
  const outcome = await app.store.write({
    author: 'Eve',
    reason: 'a new name',
    at: '2026-01-01T00:00:00.000Z',
    idempotencyKey: null,
    expected: [],
    put: { ...records, nodes: [{ ...cafcass, properties: { ...cafcass.properties, name: 'Cafcass anew' } }] },
    remove: [],
    marks: [],
  });
  expect(outcome.kind).toBe('written');
  const changed = await open();
  expect(changed.readings).toBe(first.readings);
  expect(changed.data.startingView.subgraph.sequence).toBeGreaterThan(
    first.data.startingView.subgraph.sequence,
  );
  expect(changed.data.startingView.subgraph.nodes).toContainEqual(
    expect.objectContaining({ id: 'organisation/cafcass', name: 'Cafcass anew' }),
  );
});

test('another selection is another reading', async () => {
  await open();
  const other = opening.replace('name version', 'name evidence { id }');
  const { data, readings: asked } = await open(other);
  expect(asked).toBeGreaterThan(0);
  expect(data.startingView.subgraph.nodes[0]).toHaveProperty('evidence');
  expect(await open(other)).toEqual({ data, readings: 0 });
});
