import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphRecords } from '../../../schema/records.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { canonicalRecords } from '../../contract/check/canonical-answer.ts';
import { loadCafcass, readWhole } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const evidence = [{ document: 'document/good-2014', words: 'as printed' }];
const reason = 'a test';

/** Changes are taken back whole, never over what others have built on them, and the history tells of both. */
export function describeReversals(name: string, open: () => Promise<GraphStore>): void {
  describe(`Changes are taken back on ${name}`, () => {
    let store: GraphStore;
    let graph: AskedGraph;
    let before: unknown;
    beforeEach(async () => {
      store = await open();
      await loadCafcass(store);
      graph = askGraph(store, eve);
      before = withoutVersions(await readWhole(store));
    });
    afterEach(() => store.close());

    async function call(mutation: string, input: Record<string, unknown>) {
      const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const builtOn =
        mutation === 'revertChange' ? '... on BuiltOnProblem { records { record sequence author } }' : '';
      const answer = await graph.ask(
        `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ${builtOn}
           ... on NotFoundProblem { missing { field } }
           ... on ${type}Success { sequence removed changed { id } } } }`,
        { input: { reason, ...input } },
      );
      return answer[mutation];
    }
    const contents = async () => withoutVersions(await readWhole(store));
    const link = (text: string) =>
      call('linkQuote', {
        newQuote: { text },
        speaker: 'person/anthony-douglas',
        about: ['inspection/cafcass-2014'],
        evidence: evidence[0],
      });

    test('a linked quote goes as it came, and comes again when that is taken back', async () => {
      const { sequence } = await link('Forward.');
      const linked = await contents();
      const undone = await call('revertChange', { sequence });
      expect(undone.removed).toHaveLength(4);
      expect(await contents()).toEqual(before);
      expect((await call('revertChange', { sequence: undone.sequence })).__typename).toBe(
        'RevertChangeSuccess',
      );
      expect(await contents()).toEqual(linked);
    });

    test('a merge is taken back, and each id stands for its own entity again', async () => {
      const input = { survivorVersion: 1, mergedVersion: 1 };
      const survivor = { ...input, survivor: 'organisation/cafcass', merged: 'organisation/ofsted' };
      const { sequence } = await call('mergeEntities', survivor);
      expect((await graph.ask('{ node(id: "organisation/ofsted") { id } }')).node.id).toBe(
        'organisation/cafcass',
      );
      await call('revertChange', { sequence });
      expect(await contents()).toEqual(before);
      expect((await graph.ask('{ node(id: "organisation/ofsted") { id } }')).node.id).toBe(
        'organisation/ofsted',
      );
    });

    test('a removed entity comes back with its relationships', async () => {
      const { sequence } = await call('removeEntity', {
        id: 'person/anthony-douglas',
        expectedVersion: 1,
        withRelationships: true,
      });
      await call('revertChange', { sequence });
      expect(await contents()).toEqual(before);
    });

    test('a judgement that made another disputed is taken back, and the dispute with it', async () => {
      const { sequence } = await call('recordJudgement', {
        inspection: 'inspection/cafcass-2014',
        area: 'overall',
        label: 'inadequate',
        evidence,
      });
      expect(await contents()).not.toEqual(before);
      await call('revertChange', { sequence });
      expect(await contents()).toEqual(before);
    });

    test('what others have built on stays, with the list of it, unless theirs is taken back too', async () => {
      const { sequence, changed } = await link('Forward.');
      const quote = changed.find(({ id }: { id: string }) => id.startsWith('quote/')).id;
      const bob = askGraph(store, { ...eve, name: 'Bob' } as typeof eve);
      const more = await bob.ask(
        `mutation ($input: RelateInput!) { relate(input: $input) { ... on RelateSuccess { sequence relationship { id } } } }`,
        { input: { type: 'ABOUT', from: quote, to: 'organisation/cafcass', evidence, reason } },
      );
      const refused = await call('revertChange', { sequence });
      expect(refused).toEqual({
        __typename: 'BuiltOnProblem',
        records: [{ record: more.relate.relationship.id, sequence: more.relate.sequence, author: 'Bob' }],
      });
      const head = await store.journalHead();
      expect(head.sequence).toBe(more.relate.sequence);
      expect((await call('revertChange', { sequence, withLater: true })).__typename).toBe(
        'RevertChangeSuccess',
      );
      expect(await contents()).toEqual(before);
    });

    test('a value that was changed twice goes back to the first only with both changes', async () => {
      const set = (version: number, honorific: string) =>
        call('changeEntity', {
          id: 'person/anthony-douglas',
          expectedVersion: version,
          set: { person: { honorific } },
        });
      const first = await set(1, 'Sir');
      await set(2, 'Lord');
      const refused = await call('revertChange', { sequence: first.sequence });
      expect(refused).toMatchObject({
        __typename: 'BuiltOnProblem',
        records: [{ record: 'person/anthony-douglas', author: 'Eve' }],
      });
      await call('revertChange', { sequence: first.sequence, withLater: true });
      expect(await contents()).toEqual(before);
    });

    test('a change that was never made cannot be taken back', async () => {
      expect(await call('revertChange', { sequence: 99 })).toEqual({
        __typename: 'NotFoundProblem',
        missing: [{ field: 'sequence' }],
      });
    });

    test('the history of an entity tells each change of it, the newest first, with what was before and after', async () => {
      for (const [version, honorific] of [
        [1, 'Sir'],
        [2, 'Lord'],
      ] as const)
        await call('changeEntity', {
          id: 'person/anthony-douglas',
          expectedVersion: version,
          set: { person: { honorific } },
        });
      const page = async (after: string | null) =>
        (
          await graph.ask(
            `query ($after: String) { person(id: "person/anthony-douglas") { history(first: 2, after: $after) {
               totalCount pageInfo { hasNextPage endCursor }
               nodes { author reason happened version differences { property before after } } } } }`,
            { after },
          )
        ).person.history;
      const first = await page(null);
      expect(first.totalCount).toBe(3);
      expect(first.nodes).toMatchObject([
        {
          author: 'Eve',
          reason,
          happened: 'CHANGED',
          version: 3,
          differences: [{ property: 'honorific', before: 'Sir', after: 'Lord' }],
        },
        { version: 2, differences: [{ property: 'honorific', before: null, after: 'Sir' }] },
      ]);
      expect(first.pageInfo.hasNextPage).toBe(true);
      const second = await page(first.pageInfo.endCursor);
      expect(second.nodes).toMatchObject([{ author: 'seed', happened: 'CREATED', version: 1 }]);
      expect(second.pageInfo.hasNextPage).toBe(false);
    });

    test('the history tells what a change did to relationships of the record, and relationships have their own', async () => {
      const { changed } = await link('Forward.');
      const idOf = (start: string) => changed.find(({ id }: { id: string }) => id.startsWith(start)).id;
      const shape = 'history { nodes { happened itemCount relationships { type from happened } } }';
      const answer = await graph.ask(
        `query ($quote: ID!, $relationship: ID!) {
           quote: node(id: $quote) { ... on Entity { ${shape} } }
           relationship: node(id: $relationship) { ... on Relationship { ${shape} } }
           person(id: "person/anthony-douglas") { ${shape} } }`,
        { quote: idOf('quote/'), relationship: idOf('relationship/') },
      );
      const [linked] = answer.quote.history.nodes;
      expect(linked).toMatchObject({ happened: 'CREATED', itemCount: 4 });
      expect(linked.relationships.map(({ type }: { type: string }) => type).sort()).toEqual([
        'ABOUT',
        'QUOTED_IN',
        'SAID',
      ]);
      expect(linked.relationships).toContainEqual({
        type: 'SAID',
        from: 'person/anthony-douglas',
        happened: 'CREATED',
      });
      expect(answer.relationship.history.nodes).toEqual([
        { happened: 'CREATED', itemCount: 4, relationships: [] },
      ]);
      // The seed is too large to be told record by record.
      expect(answer.person.history.nodes).toMatchObject([{ happened: 'CREATED', relationships: null }]);
    });
  });
}

/** Taking back counts versions on, as every change does. */
function withoutVersions(records: GraphRecords): unknown {
  const { nodes, relationships, evidence, statements } = canonicalRecords(records);
  const plain = <Versioned extends { readonly version: number }>(record: Versioned) => ({
    ...record,
    version: 0,
  });
  return { nodes: nodes.map(plain), relationships: relationships.map(plain), evidence, statements };
}
