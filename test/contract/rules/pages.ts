import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { nodeTypeNames } from '../../../schema/node-types.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { GraphRecords } from '../../../schema/records.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import type { Order, PageRequest, Position } from '../../../server/store/node-query.ts';
import type {
  Branch,
  NodeListPlan,
  NodeSelection,
  ReadAnswer,
  ReadPlan,
} from '../../../server/store/read-plan.ts';
import { makeEvidence, makeNode } from '../../support/small-world.ts';
import { type OpenStore, withWorld } from '../check/worlds.ts';

const select: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};

/** Eight measures: equal names up to case and marks, equal dates, and missing values. */
const tied: GraphRecords = {
  nodes: [
    measure('a', 'Zoë', partialDate('2008'), 3),
    measure('b', 'zoe\u0308', partialDate('2008~'), null),
    measure('c', 'ZOË', null, 3),
    measure('d', '\uE000', partialDate('2008-05'), -1),
    measure('e', '\u{10000}', partialDate('2008-05-14'), null),
    measure('f', 'a', null, 10),
    measure('g', 'B', partialDate('2007/2009'), 0.5),
    measure('h', 'á', null, null),
  ],
  relationships: [],
  evidence: [],
  statements: [],
};

const orders: Readonly<Record<string, { readonly order: Order; readonly ids: string }>> = {
  'name upwards': { order: [by('name', 'asc')], ids: 'fhgabcde' },
  'name downwards, ids still upwards': { order: [by('name', 'desc')], ids: 'edabcghf' },
  'date upwards, missing last': { order: [by('date', 'asc')], ids: 'gabdecfh' },
  'date downwards, missing last': { order: [by('date', 'desc')], ids: 'edabgcfh' },
  'value downwards, then date': { order: [by('value', 'desc'), by('date', 'asc')], ids: 'facgdbeh' },
  'no key but the id': { order: [], ids: 'abcdefgh' },
};

/** Lists have one total order, and walking them page by page in either direction yields each item once. */
export function describePages(open: OpenStore): void {
  test('a list comes in its order, ties by id and missing values last', async () => {
    await withWorld(
      open,
      async (store) => {
        for (const [name, { order, ids }] of Object.entries(orders)) {
          const page = { direction: 'forward', limit: 20, from: null } as const;
          const { page: answer } = await store.read(listPlan(order, page));
          expect(letters(answer.items), name).toBe(ids);
          expect(answer).toMatchObject({ hasNext: false, hasPrevious: false, totalCount: 8 });
        }
      },
      tied,
    );
  });

  test.each([1, 3, 8])('pages of %i walk each list once, forward and backward', async (limit) => {
    await withWorld(
      open,
      async (store) => {
        for (const [name, { order, ids }] of Object.entries(orders))
          for (const direction of ['forward', 'backward'] as const)
            expect(await walk(store, order, direction, limit), `${name}, ${direction}`).toBe(ids);
      },
      tied,
    );
  });

  test('a cursor stays good when its item is gone: the page begins after its place', async () => {
    await withWorld(
      open,
      async (store) => {
        const order: Order = [by('date', 'asc'), by('name', 'desc')];
        const from: Position = ['2008-01-01', '2008-12-31', 'zoe', 'measure/zz'];
        const after = await store.read(listPlan(order, { direction: 'forward', limit: 3, from }));
        expect(letters(after.page.items)).toBe('dec');
        expect(after.page).toMatchObject({ hasNext: true, hasPrevious: true });
        const before = await store.read(listPlan(order, { direction: 'backward', limit: 2, from }));
        expect(letters(before.page.items)).toBe('ab');
        expect(before.page).toMatchObject({ hasNext: true, hasPrevious: true });
      },
      tied,
    );
  });

  test('a page of nothing says the total alone', async () => {
    await withWorld(
      open,
      async (store) => {
        const page = { direction: 'forward', limit: 0, from: null } as const;
        const plan: ReadPlan = { ...listPlan([], page), select: null };
        const { page: answer } = await store.read(plan);
        expect(answer).toEqual({ items: [], hasNext: false, hasPrevious: false, totalCount: 8 });
      },
      tied,
    );
  });

  test('an order by a list, or by relationship type where nodes are listed, is refused', async () => {
    await withWorld(open, async (store) => {
      const page = { direction: 'forward', limit: 1, from: null } as const;
      await expect(read(store, listPlan([by('aliases', 'asc')], page))).rejects.toThrow();
      const byType: Order = [{ by: { kind: 'relationshipType' }, direction: 'asc' }];
      await expect(read(store, listPlan(byType, page))).rejects.toThrow();
    });
  });

  test('a relationship from a node to itself comes once where both ways are followed', async () => {
    await withWorld(open, async (store) => {
      const branch: Branch = {
        key: 'near',
        onTypes: nodeTypeNames,
        follow: [
          { relationship: 'PART_OF', direction: 'in' },
          { relationship: 'PART_OF', direction: 'out' },
        ],
        where: null,
        relationshipWhere: null,
        order: [],
        page: { direction: 'forward', limit: 5, from: null },
        countTotal: true,
        relationship: { properties: [], evidence: null, statements: null, from: null, to: null },
        node: select,
      };
      const ids = [nodeId('organisation/service')];
      const { nodes } = await store.read({
        kind: 'nodesById',
        ids,
        select: { ...select, counts: true, branches: [branch] },
      });
      const near = nodes[0]?.branches.get('near');
      expect(near?.totalCount).toBe(1);
      expect(near?.items.map(({ direction, node }) => [direction, node?.node.id])).toEqual([['out', ids[0]]]);
      const parts = nodes[0]?.counts?.filter(({ relationship }) => relationship === 'PART_OF') ?? [];
      expect(parts.map(({ direction }) => direction).sort()).toEqual(['in', 'out']);
    });
  });

  test('the number of statements depends on the plan, not on the number of records', async () => {
    const plan: ReadPlan = {
      ...listPlan([by('name', 'asc')], { direction: 'forward', limit: 10, from: null }),
      types: nodeTypeNames,
      select: { ...select, evidence: { document: select }, counts: true },
    };
    const count = (records: GraphRecords | undefined) =>
      withWorld(
        open,
        async (store) => {
          const before = store.statementCount();
          await store.read(plan);
          return store.statementCount() - before;
        },
        records,
      );
    const statements = await count(undefined);
    expect(statements).toBeGreaterThan(0);
    const report = makeNode('document/one', 'Document', { name: 'One' });
    const evidence = [makeEvidence(report.id, report.id)];
    const one = { nodes: [report], relationships: [], evidence, statements: [] };
    expect(await count(one)).toBe(statements);
  });
}

type Answer = Extract<ReadAnswer, { kind: 'nodes' }>;

async function read(store: GraphStore, plan: ReadPlan): Promise<unknown> {
  return store.read(plan);
}

async function walk(
  store: GraphStore,
  order: Order,
  direction: PageRequest['direction'],
  limit: number,
): Promise<string> {
  let from: Position | null = null;
  let walked = '';
  // A list of eight ends after eight pages at most; one more would be a cursor that does not move.
  for (let pages = 0; pages < 9; pages += 1) {
    const request: PageRequest = { direction, limit, from };
    const { page }: Answer = await store.read(listPlan(order, request));
    walked = direction === 'forward' ? walked + letters(page.items) : letters(page.items) + walked;
    const more = direction === 'forward' ? page.hasNext : page.hasPrevious;
    if (!more) return walked;
    from = page.items.at(direction === 'forward' ? -1 : 0)?.position ?? null;
  }
  return `${walked} and no end`;
}

function listPlan(order: Order, page: PageRequest): NodeListPlan {
  return { kind: 'nodes', types: ['Measure'], where: null, order, page, countTotal: true, select };
}

function letters(items: readonly { readonly node: { readonly node: { readonly id: string } } }[]): string {
  return items.map(({ node }) => node.node.id.slice('measure/'.length)).join('');
}

function by(property: 'name' | 'date' | 'value' | 'aliases', direction: 'asc' | 'desc'): Order[number] {
  return { by: { kind: 'node', property }, direction };
}

function measure(letter: string, name: string, date: PartialDate | null, value: number | null) {
  return makeNode(`measure/${letter}`, 'Measure', {
    name,
    ...(date ? { date } : {}),
    ...(value === null ? {} : { value }),
  });
}
