import { expect, test } from 'vitest';
import type { FacetQuestion, GraphStore } from '../../store/graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import { countFacets } from './remember-facets.ts';

const all: FacetQuestion = { ids: null, types: null, where: null, by: ['type'] };

async function withCounting(work: (store: GraphStore, asked: () => number) => Promise<void>): Promise<void> {
  const opened = await openSqliteStore({ folder: ':memory:' });
  let asked = 0;
  const store: GraphStore = {
    ...opened,
    facets: (question, options) => {
      asked += 1;
      return opened.facets(question, options);
    },
  };
  await work(store, () => asked).finally(() => opened.close());
}

async function addPerson(store: GraphStore, name: string): Promise<void> {
  const id = `person/${name}` as never;
  const evidence = {
    id: `evidence/${name}`,
    of: id,
    document: null,
    basis: 'outside',
    locator: null,
    words: null,
    explanation: 'known',
  };
  const outcome = await store.write({
    author: 'Eve',
    reason: 'a new person',
    at: '2026-01-01T00:00:00.000Z',
    idempotencyKey: null,
    expected: [],
    put: {
      nodes: [{ id, type: 'Person', version: 1, disputed: [], properties: { name } }],
      relationships: [],
      evidence: [evidence as never],
      statements: [],
    },
    remove: [],
    marks: [],
  });
  expect(outcome.kind).toBe('written');
}

test('the whole graph is counted once, until it changes', async () => {
  await withCounting(async (store, asked) => {
    await addPerson(store, 'ada');
    for (let time = 0; time < 3; time++)
      expect(await countFacets(store, all, {})).toMatchObject([{ key: 'Person', count: 1 }]);
    expect(asked()).toBe(1);
    await addPerson(store, 'bo');
    expect(await countFacets(store, all, {})).toMatchObject([{ key: 'Person', count: 2 }]);
    expect(asked()).toBe(2);
  });
});

test('other questions are counted apart, and given nodes each time', async () => {
  await withCounting(async (store, asked) => {
    await addPerson(store, 'ada');
    await countFacets(store, all, {});
    await countFacets(store, { ...all, by: ['kind'] }, {});
    expect(asked()).toBe(2);
    const some: FacetQuestion = { ...all, ids: ['person/ada' as never] };
    await countFacets(store, some, {});
    await countFacets(store, some, {});
    expect(asked()).toBe(4);
  });
});

test('no more questions are kept than asked for again and again', async () => {
  await withCounting(async (store, asked) => {
    const question = (text: string): FacetQuestion => ({
      ...all,
      where: { kind: 'property', property: 'name', test: { kind: 'contains', text } },
    });
    for (let n = 0; n < 40; n++) await countFacets(store, question(`n${n}`), {});
    await countFacets(store, question('n39'), {});
    expect(asked()).toBe(40);
    await countFacets(store, question('n0'), {});
    expect(asked()).toBe(41);
  });
});
