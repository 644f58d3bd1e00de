import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const kept = 'person/anthony-douglas';
const reason = 'the same man';

/** Whose value stands where two entities that are merged differ. */
export function describeMergeValues(name: string, open: () => Promise<GraphStore>): void {
  describe(`On ${name} a merge`, () => {
    let store: GraphStore;
    let graph: AskedGraph;
    let twin: string;
    beforeEach(async () => {
      store = await open();
      await loadCafcass(store);
      graph = askGraph(store, eve);
      const entity = { person: { name: 'Sir Anthony', honorific: 'Sir' } };
      const evidence = [{ document: 'document/fourth-2009', words: 'Sir Anthony' }];
      twin = (await call('createEntity', { entity, evidence }, 'entity { id }')).entity.id;
      await call('changeEntity', {
        id: kept,
        expectedVersion: 1,
        set: { person: { honorific: 'Mr' } },
        evidence: [{ document: 'document/good-2014', words: 'Mr Douglas' }],
      });
    });
    afterEach(() => store.close());

    async function call(mutation: string, input: Record<string, unknown>, selection = '') {
      const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const answer = await graph.ask(
        `mutation ($input: ${type}Input!) { ${mutation}(input: $input) {
           __typename ... on ValidationProblem { problems { field } }
           ... on ${type}Success { sequence ${selection} } } }`,
        { input: { reason, ...input } },
      );
      return answer[mutation];
    }
    const merge = (values: readonly { property: string; of: string }[]) =>
      call(
        'mergeEntities',
        { survivor: kept, survivorVersion: 2, merged: twin, mergedVersion: 1, values },
        `entity { name aliases disputedProperties ... on Person { honorific }
                  statements { property value standing reason } }`,
      );

    test('keeps both values where none is chosen, and they are disputed', async () => {
      const { entity } = await merge([]);
      expect(entity.disputedProperties).toEqual(['honorific']);
      expect(entity.statements).toHaveLength(2);
    });

    test('lets the chosen value stand, and rejects the other with the reason', async () => {
      const { entity } = await merge([{ property: 'honorific', of: twin }]);
      expect(entity).toMatchObject({ honorific: 'Sir', disputedProperties: [] });
      expect(entity.statements).toContainEqual({
        property: 'honorific',
        value: 'Mr',
        standing: 'REJECTED',
        reason,
      });
      const other = entity.statements.find(({ value }: { value: string }) => value === 'Sir');
      expect(other).toMatchObject({ standing: 'STANDS', reason });
    });

    test('takes the name of the other where it is chosen, and keeps its own as another name', async () => {
      const { entity } = await merge([{ property: 'name', of: twin }]);
      expect(entity.name).toBe('Sir Anthony');
      expect(entity.aliases).toContain('Anthony Douglas');
      expect(entity.aliases).not.toContain('Sir Anthony');
    });

    test.each([
      ['a property of another type', 'startedOn', kept, 'values.0.property'],
      ['a list, of which both are kept', 'aliases', kept, 'values.0.property'],
      ['a value of a third', 'honorific', 'person/jacky-tiotto', 'values.0.of'],
    ])('refuses %s', async (_what, property, of, field) => {
      expect((await merge([{ property, of }])).problems).toEqual([{ field }]);
    });
  });
}
