import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NodeId, nodeId } from '../../../../schema/ids.ts';
import { makeEvidence, makeNode, makeRelationship } from '../../../../test/support/small-world.ts';
import type { GraphStore } from '../../graph-store.ts';
import type { Order, PageRequest, Position } from '../../node-query.ts';
import type { Branch, NodeSelection } from '../../read-plan.ts';
import { openSqliteStore } from '../sqlite-store.ts';

const hub = nodeId('organisation/hub');
const DEGREE = 4_100;
const far = Array.from({ length: DEGREE }, (_, index) => nodeId(`inspection/i${(index * 7_919) % DEGREE}`));
const sorted = [...far].sort();

const bare = { properties: [], evidence: null, statements: null };
const bareNode: NodeSelection = { ...bare, counts: false, branches: [] };

let store: GraphStore;
beforeAll(async () => {
  store = await openSqliteStore({ folder: ':memory:' });
  const conducted = far.map((id) => makeRelationship('CONDUCTED', hub, id));
  const inspected = makeRelationship('INSPECTED', 'inspection/i7', hub);
  const relationships = [...conducted, inspected];
  await store.write({
    author: 'Eve',
    reason: 'a hub',
    at: '2026-01-01T00:00:00Z',
    idempotencyKey: null,
    expected: [],
    put: {
      nodes: [
        makeNode(hub, 'Organisation', { name: 'Hub' }),
        ...far.map((id) => makeNode(id, 'Inspection', { name: id })),
        // Nodes that the hub has nothing to do with lie between its own.
        ...far.map((id) => makeNode(`${id}-other`, 'Inspection', { name: id })),
      ],
      relationships,
      evidence: relationships.map(({ id }) => makeEvidence(id, null)),
      statements: [],
    },
    remove: [],
    marks: [],
  });
}, 120_000);
afterAll(() => store.close());

async function readPage(follow: Branch['follow'], page: PageRequest, order: Order = []) {
  const branch: Branch = {
    key: 'branch',
    onTypes: ['Organisation'],
    follow,
    where: null,
    relationshipWhere: null,
    order,
    page,
    countTotal: false,
    relationship: { ...bare, from: null, to: null },
    node: bareNode,
  };
  const select = { ...bareNode, branches: [branch] };
  const { nodes } = await store.read({ kind: 'nodesById', ids: [hub], select });
  const found = nodes[0]?.branches.get('branch');
  if (!found) throw new Error('the hub has no such branch');
  return found;
}

const conducted = [{ relationship: 'CONDUCTED', direction: 'out' }] as const;
const idsOf = ({ items }: Awaited<ReturnType<typeof readPage>>) => items.map(({ node }) => node?.node.id);

test.each([
  ['forward', sorted],
  ['backward', sorted],
] as const)(
  'the pages of a hub come in the order of the ids and hold each once, walked %s',
  async (direction, all) => {
    const seen: (NodeId | undefined)[] = [];
    let from: Position | null = null;
    for (;;) {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage(conducted, {
        direction,
        limit: 1_500,
        from,
      });
      if (direction === 'forward') seen.push(...idsOf(page));
      else seen.unshift(...idsOf(page));
      const isOver = direction === 'forward' ? !page.hasNext : !page.hasPrevious;
      if (isOver) break;
      from = page.items.at(direction === 'forward' ? -1 : 0)?.position ?? null;
    }
    expect(seen).toEqual(all);
  },
);

test.each(['asc', 'desc'] as const)('the pages of a hub by name, %s, hold each once', async (direction) => {
  const order: Order = [{ by: { kind: 'node', property: 'name' }, direction }];
  const seen: (NodeId | undefined)[] = [];
  let from: Position | null = null;
  for (let isOver = false; !isOver; ) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(
      conducted,
      { direction: 'forward', limit: 1_500, from },
      order,
    );
    seen.push(...idsOf(page));
    from = page.items.at(-1)?.position ?? null;
    isOver = !page.hasNext;
  }
  // Their names are their ids.
  expect(seen).toEqual(direction === 'asc' ? sorted : [...sorted].reverse());
});

test('what a hub has many of and what it has one of come in one order', async () => {
  const both = [...conducted, { relationship: 'INSPECTED', direction: 'in' }] as const;
  const [first] = sorted;
  const page = await readPage(both, { direction: 'forward', limit: 4_101, from: null });
  expect(page.items).toHaveLength(DEGREE + 1);
  const twice = page.items.filter(({ node }) => node?.node.id === 'inspection/i7');
  expect(twice.map(({ direction }) => direction).sort()).toEqual(['in', 'out']);
  expect(idsOf(page)[0]).toBe(first);
  expect(page.hasNext).toBe(false);
});
