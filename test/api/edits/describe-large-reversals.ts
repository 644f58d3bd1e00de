import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphRecords } from '../../../schema/records.ts';
import { checkGraph } from '../../../server/jobs/check-graph.ts';
import { verifyJournal } from '../../../server/jobs/verify-journal.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { canonicalRecords } from '../../contract/check/canonical-answer.ts';
import { loadCafcass, readWhole } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const reason = 'a test';
const fields = `id state done total sequence takesBack problem author reason builtOnCount
  builtOn { record sequence author }`;
const empty = { nodes: [], relationships: [], evidence: [], statements: [] };

/** A change of more than 200 records, such as the seed, is taken back by a job: whole or not at all. */
export function describeLargeReversals(name: string, open: () => Promise<GraphStore>): void {
  describe(`Large changes are taken back on ${name}`, () => {
    let store: GraphStore;
    let graph: AskedGraph;
    let items: number;
    let before: unknown;
    beforeEach(async () => {
      store = await open();
      await loadCafcass(store);
      graph = askGraph(store, eve);
      items = (await store.journal({ after: 0, limit: 1 }))[0]?.items ?? 0;
      before = withoutVersions(await readWhole(store));
    });
    afterEach(() => store.close());

    async function revert(input: Record<string, unknown>) {
      const answer = await graph.ask(
        `mutation ($input: RevertChangeInput!) { revertChange(input: $input) { __typename
           ... on RevertChangeSuccess { sequence changedCount }
           ... on ValidationProblem { problems { field message } }
           ... on RevertChangeStarted { reversal { ${fields} } } } }`,
        { input: { reason, mostRecords: 10_000, ...input } },
      );
      return answer.revertChange;
    }
    async function ended(started: {
      readonly __typename: string;
      readonly reversal: { readonly id: string };
    }) {
      expect(started.__typename).toBe('RevertChangeStarted');
      for (;;) {
        const { reversal } = await graph.ask(`query ($id: ID!) { reversal(id: $id) { ${fields} } }`, {
          id: started.reversal.id,
        });
        if (!['WAITING', 'CHECKING', 'WRITING'].includes(reversal.state)) return reversal;
        await wait(5);
      }
    }
    async function setHonorific(version: number, honorific: string): Promise<number> {
      const answer = await graph.ask(
        'mutation ($input: ChangeEntityInput!) { changeEntity(input: $input) { ... on ChangeEntitySuccess { sequence } } }',
        {
          input: {
            id: 'person/anthony-douglas',
            expectedVersion: version,
            set: { person: { honorific } },
            reason,
          },
        },
      );
      return answer.changeEntity.sequence;
    }
    async function linkQuote() {
      const answer = await graph.ask(
        `mutation ($input: LinkQuoteInput!) { linkQuote(input: $input) {
           ... on LinkQuoteSuccess { sequence changed { __typename id } } } }`,
        {
          input: {
            newQuote: { text: 'Forward.' },
            speaker: 'person/anthony-douglas',
            about: ['inspection/cafcass-2014'],
            evidence: { document: 'document/good-2014', words: 'as printed' },
            reason,
          },
        },
      );
      return answer.linkQuote;
    }

    test('the seed goes whole, and comes again as it was', async () => {
      const gone = await ended(await revert({ sequence: 1 }));
      expect(gone).toMatchObject({ state: 'DONE', sequence: 2, takesBack: 1, author: 'Eve', reason });
      expect(await readWhole(store)).toEqual(empty);
      const again = await ended(await revert({ sequence: 2 }));
      expect(again).toMatchObject({ state: 'DONE', sequence: 3, problem: null });
      expect(withoutVersions(await readWhole(store))).toEqual(before);
      expect(await store.journal({ after: 1, limit: 9 })).toMatchObject([
        { sequence: 2, author: 'Eve', reason, items },
        { sequence: 3, items },
      ]);
      expect((await verifyJournal(store)).faults).toEqual([]);
      expect((await checkGraph(store)).faults).toEqual([]);
    });

    test('nobody takes back more records than they said', async () => {
      const refused = await revert({ sequence: 1, mostRecords: 200 });
      expect(refused).toMatchObject({
        __typename: 'ValidationProblem',
        problems: [{ field: 'mostRecords', message: expect.stringContaining(String(items)) }],
      });
      expect(await store.journalHead()).toMatchObject({ sequence: 1 });
      expect(await graph.ask('{ reversals { id } }')).toEqual({ reversals: [] });
    });

    test('what was built on it holds it in place, with the list of it, unless that is taken back too', async () => {
      const { sequence, changed } = await linkQuote();
      const built = changed.filter(({ __typename }: { __typename: string }) => __typename === 'Relationship');
      const withQuote = await readWhole(store);
      const held = await ended(await revert({ sequence: 1 }));
      expect(held).toMatchObject({
        state: 'BUILT_ON',
        sequence: null,
        problem: expect.stringMatching(/lean/),
      });
      const named = held.builtOn.map(({ record }: { record: string }) => record);
      expect(named).toEqual(expect.arrayContaining(built.map(({ id }: { id: string }) => id)));
      expect(held.builtOn).toContainEqual({ record: built[0].id, sequence, author: 'Eve' });
      expect(held.builtOnCount).toBe(named.length);
      expect(await readWhole(store)).toEqual(withQuote);
      const both = await ended(await revert({ sequence: 1, withLater: true }));
      expect(both).toMatchObject({ state: 'DONE', sequence: sequence + 1 });
      expect(await readWhole(store)).toEqual(empty);
    });

    test('a value that was changed since holds it in place, and goes with it where both are taken back', async () => {
      const later = await setHonorific(1, 'Sir');
      const held = await ended(await revert({ sequence: 1 }));
      expect(held).toMatchObject({
        state: 'BUILT_ON',
        builtOn: [{ record: 'person/anthony-douglas', sequence: later, author: 'Eve' }],
      });
      const both = await ended(await revert({ sequence: 1, withLater: true }));
      expect(both.state).toBe('DONE');
      // Taken back in turn, it brings the value that stood last.
      await ended(await revert({ sequence: both.sequence }));
      const { person } = await graph.ask('{ person(id: "person/anthony-douglas") { honorific } }');
      expect(person).toEqual({ honorific: 'Sir' });
    });

    test('a small change with a large one built on it is taken back by a job as well', async () => {
      const gone = await ended(await revert({ sequence: 1 }));
      await ended(await revert({ sequence: gone.sequence }));
      const small = await setHonorific(1, 'Sir');
      await ended(await revert({ sequence: 1, withLater: true }));
      expect(await readWhole(store)).toEqual(empty);
      const few = await revert({ sequence: small, withLater: true, mostRecords: 200 });
      expect(few).toMatchObject({ __typename: 'ValidationProblem', problems: [{ field: 'mostRecords' }] });
      const some = await revert({ sequence: small, withLater: true, mostRecords: 201 });
      expect(await ended(some)).toMatchObject({ state: 'REFUSED', problem: expect.stringMatching(/allow/) });
      const all = await revert({ sequence: small, withLater: true });
      expect(await ended(all)).toMatchObject({ state: 'DONE' });
      const { person } = await graph.ask('{ person(id: "person/anthony-douglas") { honorific } }');
      expect(person).toEqual({ honorific: null });
      expect(withoutVersions(await readWhole(store))).toEqual(before);
    });

    test('the same request is done once, whether it is under way or was done', async () => {
      const input = { sequence: 1, idempotencyKey: 'take the seed back' };
      const [first, second] = [await revert(input), await revert(input)];
      expect(second.reversal.id).toBe(first.reversal.id);
      await ended(first);
      const third = await revert(input);
      expect(third).toEqual({ __typename: 'RevertChangeSuccess', sequence: 2, changedCount: items });
      expect(await store.journalHead()).toMatchObject({ sequence: 2 });
    });

    test('one that is cancelled keeps nothing, and a server that stops cancels those under way', async () => {
      const [first, second] = [await revert({ sequence: 1 }), await revert({ sequence: 1, withLater: true })];
      const cancel = (id: string) =>
        graph.ask(
          `mutation ($input: CancelReversalInput!) { cancelReversal(input: $input) {
             __typename ... on CancelReversalSuccess { reversal { state } } } }`,
          { input: { id } },
        );
      for (const { reversal } of [second, first])
        expect((await cancel(reversal.id)).cancelReversal).toEqual({
          __typename: 'CancelReversalSuccess',
          reversal: { state: 'CANCELLED' },
        });
      expect((await cancel('nobody')).cancelReversal).toEqual({ __typename: 'NotFoundProblem' });
      const third = await revert({ sequence: 1 });
      await graph.close();
      expect(await ended(third)).toMatchObject({ state: 'CANCELLED' });
      expect(withoutVersions(await readWhole(store))).toEqual(before);
      expect(await store.journalHead()).toMatchObject({ sequence: 1 });
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
