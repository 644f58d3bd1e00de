import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const [kept, merged] = ['document/good-2014', 'document/fourth-2009'];
const [ofsted, cafcass] = ['organisation/ofsted', 'organisation/cafcass'];

/** The id of an entity that was merged means the survivor, in filters and in lists of ids as in look-ups. */
export function describeMergedIds(name: string, open: () => Promise<GraphStore>): void {
  describe(`On ${name} the id of a merged entity means its survivor`, () => {
    let store: GraphStore;
    let graph: AskedGraph;
    beforeEach(async () => {
      store = await open();
      await loadCafcass(store);
      graph = askGraph(store, eve);
      await merge(kept, merged);
    });
    afterEach(() => store.close());

    async function merge(survivor: string, gone: string): Promise<void> {
      const { nodes } = await store.records([nodeId(survivor), nodeId(gone)]);
      const versionOf = (id: string) => nodes.find((node) => node.id === id)?.version;
      const versions = { survivorVersion: versionOf(survivor), mergedVersion: versionOf(gone) };
      const answer = await graph.ask(
        'mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { __typename } }',
        {
          input: { survivor, merged: gone, ...versions, reason: 'the same' },
        },
      );
      expect(answer.mergeEntities.__typename).toBe('MergeEntitiesSuccess');
    }
    /** The answers to a question about the survivor, and to the same about the id that is gone. */
    async function both(question: (id: string) => string, ids = [kept, merged]) {
      const [of, ofGone] = [await graph.ask(question(ids[0] ?? '')), await graph.ask(question(ids[1] ?? ''))];
      expect(JSON.stringify(of)).toContain('1');
      return [ofGone, of];
    }

    test('in a timeline', async () => {
      const [gone, stands] = await both(
        (id) => `{ timeline(ids: ["${id}"]) { totalCount edges { what entity { id } } } }`,
      );
      expect(stands.timeline.totalCount).toBe(1);
      expect(gone).toEqual(stands);
    });

    test('in counts, where both ids together are one node', async () => {
      const [gone, stands] = await both((id) => `{ facets(ids: ["${id}"], by: [TYPE, YEAR]) { key count } }`);
      expect(gone).toEqual(stands);
      const counted = await graph.ask(`{ facets(ids: ["${kept}", "${merged}"], by: [TYPE]) { count } }`);
      expect(counted.facets).toEqual([{ count: 1 }]);
    });

    test('in filters by id and by source, also of what is related and of lists inside', async () => {
      for (const question of [
        (id: string) => `{ documents(where: { id: ["${id}"] }) { totalCount nodes { id } } }`,
        (id: string) => `{ people(where: { document: ["${id}"] }) { totalCount nodes { id } } }`,
        (id: string) => `{ facets(where: { not: { document: ["${id}"] } }, by: [TYPE]) { key count } }`,
        (id: string) =>
          `{ quotes(where: { quotedIn: { some: { id: ["${id}"] } } }) { totalCount nodes { id } } }`,
        (id: string) =>
          `{ organisation(id: "${cafcass}") { inspections(where: { document: ["${id}"] }) { totalCount nodes { id name } } } }`,
      ]) {
        const [gone, stands] = await both(question);
        expect(gone).toEqual(stands);
        expect(JSON.stringify(stands)).not.toContain('"totalCount":0');
      }
    });

    test('in what several share', async () => {
      await merge(ofsted, 'organisation/ministry-of-justice');
      const shared = (id: string) =>
        `{ sharedConnections(ids: ["${id}", "${cafcass}"]) { connections { node { id } connects } } }`;
      const [gone, stands] = await both(shared, [ofsted, 'organisation/ministry-of-justice']);
      expect(stands.sharedConnections.connections.length).toBeGreaterThan(0);
      expect(gone).toEqual(stands);
    });

    test('and the store is asked about merges only where a filter names ids', async () => {
      const asked = async (question: string) => {
        const before = store.statementCount();
        await graph.ask(question);
        return store.statementCount() - before;
      };
      const plain = await asked('{ documents(where: { kind: { eq: "report" } }) { nodes { id } } }');
      const byId = await asked(`{ documents(where: { id: ["${kept}"] }) { nodes { id } } }`);
      expect(byId).toBe(plain + 1);
    });
  });
}
