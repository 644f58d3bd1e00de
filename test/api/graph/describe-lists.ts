import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph } from './ask-graph.ts';

/** The same on every store. `open` gives an empty one. */
export function describeLists(store: string, open: () => Promise<GraphStore>): void {
  describe(`lists of the first graph in ${store}`, () => {
    let graph: AskedGraph;
    beforeAll(async () => {
      const store = await open();
      await loadCafcass(store);
      graph = askGraph(store);
      return () => store.close();
    });

    /** The code of the only failure of an operation. */
    async function codeOf(source: string, variables?: Record<string, unknown>): Promise<unknown> {
      const { errors = [] } = await graph.execute(source, variables);
      expect(errors).toHaveLength(1);
      return errors[0]?.extensions.code;
    }

    test('a list walked forwards and backwards gives every item once, in the same order', async () => {
      const all = (await graph.ask('{ findings(first: 100) { nodes { id } } }')).findings.nodes;
      const walk = async (source: string, forward: boolean) => {
        const seen: { id: string }[] = [];
        let cursor: string | null = null;
        do {
          const { findings } = await graph.ask(source, { cursor });
          const { nodes, pageInfo } = findings;
          if (forward) seen.push(...nodes);
          else seen.unshift(...nodes);
          cursor = forward
            ? pageInfo.hasNextPage && pageInfo.endCursor
            : pageInfo.hasPreviousPage && pageInfo.startCursor;
        } while (cursor);
        return seen;
      };
      const forward = await walk(
        'query ($cursor: String) { findings(first: 7, after: $cursor) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        true,
      );
      const backward = await walk(
        'query ($cursor: String) { findings(last: 7, before: $cursor) { nodes { id } pageInfo { hasPreviousPage startCursor } } }',
        false,
      );
      expect(all).toHaveLength(29);
      expect(forward).toEqual(all);
      expect(backward).toEqual(all);
    });

    test('nodes of one type are filtered by any relationship, also by one that the type has not', async () => {
      const { some, none } = await graph.ask(`{
        some: entities(types: [PERSON], where: { inspection: { some: {} } }) { totalCount }
        none: entities(types: [PERSON], where: { inspection: { none: {} } }) { totalCount } }`);
      expect([some.totalCount, none.totalCount]).toEqual([0, 4]);
    });

    test('neighbours by no type of relationship are none', async () => {
      const { neighbours } = await graph.ask(
        '{ neighbours(id: "organisation/cafcass", types: []) { totalCount nodes { id } } }',
      );
      expect(neighbours).toEqual({ totalCount: 0, nodes: [] });
    });

    test('a relationship’s list is walked by the cursors of its edges', async () => {
      const source = `query ($after: String) { organisation(id: "organisation/ofsted") {
      conducted(first: 4, after: $after) { edges { cursor node { id } } totalCount } } }`;
      const first = (await graph.ask(source)).organisation.conducted;
      const second = (await graph.ask(source, { after: first.edges.at(-1).cursor })).organisation.conducted;
      const ids = [...first.edges, ...second.edges].map(({ node }: { node: { id: string } }) => node.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(second.totalCount).toBe(first.totalCount);
    });

    test('a cursor of another order, filter or list is refused', async () => {
      const { people } = await graph.ask('{ people(first: 1) { pageInfo { endCursor } } }');
      const after = people.pageInfo.endCursor;
      const source = (field: string) => `query ($after: String) { ${field} { nodes { id } } }`;
      await expect(
        codeOf(source('people(after: $after, orderBy: [{ field: NAME, direction: DESC }])'), { after }),
      ).resolves.toBe('BAD_CURSOR');
      await expect(
        codeOf(source('people(after: $after, where: { disputed: false })'), { after }),
      ).resolves.toBe('BAD_CURSOR');
      await expect(codeOf(source('regions(after: $after)'), { after })).resolves.toBe('BAD_CURSOR');
      await expect(codeOf(source('people(after: $after)'), { after: 'nonsense' })).resolves.toBe(
        'BAD_CURSOR',
      );
    });

    test('what is out of range, contradictory or no id says so by a code', async () => {
      await expect(codeOf('{ people(first: 101) { totalCount } }')).resolves.toBe('BAD_RANGE');
      await expect(codeOf('{ people(first: 0) { totalCount } }')).resolves.toBe('BAD_RANGE');
      await expect(codeOf('{ people(first: 1, last: 1) { totalCount } }')).resolves.toBe('BAD_ARGUMENT');
      await expect(codeOf('{ person(id: "Anthony Douglas") { id } }')).resolves.toBe('BAD_ID');
      await expect(
        codeOf('{ person(id: "person/jacky-tiotto") { posts(on: "2022", after: "x") { nodes { id } } } }'),
      ).resolves.toBe('BAD_ARGUMENT');
      await expect(codeOf('{ people(where: { name: { eq: "Ann\\u0000" } }) { totalCount } }')).resolves.toBe(
        'BAD_FILTER',
      );
      await expect(codeOf('{ relationship(id: "person/a") { id } }')).resolves.toBe('BAD_ID');
      await expect(codeOf('{ people(where: { document: ["?"] }) { totalCount } }')).resolves.toBe('BAD_ID');
      await expect(
        codeOf('{ paths(from: "person/a", to: "person/b", maxHops: 7) { truncated } }'),
      ).resolves.toBe('BAD_RANGE');
      await expect(
        codeOf('query ($on: EDTF) { timeline(from: $on) { totalCount } }', { on: 'once' }),
      ).resolves.toBe('BAD_ARGUMENT');
    });

    test('a path to a node that is not there is no empty answer', async () => {
      const path = (to: string) => `{ paths(from: "person/yvette-stanley", to: "${to}") { truncated } }`;
      await expect(codeOf(path('region/atlantis'))).resolves.toBe('NOT_FOUND');
    });

    test('a filter that follows more than three relationships is refused', async () => {
      const nest = (depth: number): string =>
        depth === 0 ? '{}' : `{ parts: { some: ${nest(depth - 1)} } }`;
      await graph.ask(`{ organisations(where: ${nest(3)}) { totalCount } }`);
      await expect(codeOf(`{ organisations(where: ${nest(4)}) { totalCount } }`)).resolves.toBe('BAD_FILTER');
    });

    test('look-ups are null for what is not there, and for an id of another type', async () => {
      expect(
        await graph.ask(`{ none: person(id: "person/none") { id } other: region(id: "person/jacky-tiotto") { id }
        node(id: "person/none") { id } relationship(id: "relationship/0123456789abcdef01234567") { id }
        nodes(ids: ["person/none", "person/jacky-tiotto", "person/jacky-tiotto"]) { id }
        neighbours(id: "person/none") { totalCount } relationshipCounts(id: "person/none") { says } }`),
      ).toEqual({
        none: null,
        other: null,
        node: null,
        relationship: null,
        nodes: [null, { id: 'person/jacky-tiotto' }, { id: 'person/jacky-tiotto' }],
        neighbours: null,
        relationshipCounts: null,
      });
    });

    test('a relationship is looked up by its id, with both ends', async () => {
      const { person } = await graph.ask('{ person(id: "person/jacky-tiotto") { posts { edges { id } } } }');
      const [{ id }] = person.posts.edges;
      const source = `query ($id: ID!) { node(id: $id) { __typename id ... on Relationship { startId } }
      relationship(id: $id) { type says back: says(direction: IN) start { name } end { name } title evidence { basis } } }`;
      const { node, relationship } = await graph.ask(source, { id });
      expect(node).toEqual({ __typename: 'Relationship', id, startId: 'person/jacky-tiotto' });
      expect(relationship).toMatchObject({
        type: 'HOLDS_POST',
        says: 'was chief executive of',
        start: { name: 'Jacky Tiotto' },
        end: { name: 'Cafcass' },
      });
      expect(relationship.evidence.length).toBeGreaterThan(0);
    });

    test('filters reach over relationships, and `not` and `none` are opposites of what they deny', async () => {
      const { some, none, not, all } = await graph.ask(`{
      some: inspections(where: { judgements: { some: { grade: { ranks: [4] } } } }) { totalCount }
      none: inspections(where: { judgements: { none: { grade: { ranks: [4] } } } }) { totalCount }
      not: inspections(where: { not: { judgements: { some: { grade: { ranks: [4] } } } } }) { totalCount }
      all: inspections { totalCount } }`);
      expect(some.totalCount).toBeGreaterThan(0);
      expect(some.totalCount + none.totalCount).toBe(all.totalCount);
      expect(not.totalCount).toBe(none.totalCount);
    });

    test('a filter on the relationship narrows which of them count', async () => {
      const { people, posts } = await graph.ask(`{
      people(where: { posts: { some: { name: { eq: "cafcass" } }, relationship: { kind: { eq: "chief executive" } } } }) {
        nodes { name } }
      posts: organisation(id: "organisation/cafcass") {
        postHolders(relationship: { kind: { eq: "chief executive" } }) { edges { kind node { name } } } } }`);
      const names = people.nodes.map(({ name }: { name: string }) => name);
      expect(names).toEqual(['Anthony Douglas', 'Jacky Tiotto']);
      expect(posts.postHolders.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(names);
    });

    test('what sources disagree on can be asked for by basis, document and standing of the source', async () => {
      const { outside, inDocument, primary } = await graph.ask(`{
      outside: entities(where: { basis: [OUTSIDE] }) { totalCount }
      inDocument: entities(where: { document: ["document/good-2014"] }, first: 1) { nodes { evidence { document { id } } } }
      primary: quotes(where: { hasPrimarySource: true }) { totalCount } }`);
      expect(outside.totalCount).toBeGreaterThan(0);
      expect(inDocument.nodes[0].evidence).toContainEqual({ document: { id: 'document/good-2014' } });
      expect(primary.totalCount).toBeGreaterThan(0);
    });

    test('posts on a day come surest first, without cursors and without those that had ended', async () => {
      const { organisation } = await graph.ask(`{ organisation(id: "organisation/cafcass") {
      postHolders(on: "2014-04") { totalCount edges { certainty cursor node { name } } } } }`);
      const order = ['HELD', 'ATTESTED', 'BETWEEN', 'NEAREST'];
      const ranks = organisation.postHolders.edges.map(({ certainty }: { certainty: string }) =>
        order.indexOf(certainty),
      );
      expect(ranks.length).toBe(organisation.postHolders.totalCount);
      expect(ranks).toEqual([...ranks].sort());
      expect(organisation.postHolders.edges[0].cursor).toBeNull();
    });
  });
}
