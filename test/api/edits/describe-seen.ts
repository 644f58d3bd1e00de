import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../../server/access/tokens/viewer.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const adam: Viewer = { kind: 'known', token: '00000000000a', name: 'Adam', role: 'curator' };

const evidence = [{ document: 'document/good-2014', words: 'as printed' }];
const post = { type: 'HOLDS_POST', from: 'person/anthony-douglas', to: 'organisation/ofsted', evidence };
const judgement = { inspection: 'inspection/cafcass-2014', area: 'Leadership of Wales', evidence };
const text = 'We shall see.';
const quote = {
  about: ['inspection/cafcass-2014'],
  evidence: { document: 'document/good-2014', words: text },
};

/** Each mutation that makes something beside what is there: what one curator asks for, and another at the same time. */
const makings = [
  {
    mutation: 'relate',
    subject: 'relationship { id }',
    one: { ...post, properties: { title: 'adviser' }, seen: [] },
    other: { ...post, properties: { title: 'an adviser' }, seen: [] },
    withSeen: (input: object, seen: unknown) => ({ ...input, seen }),
  },
  {
    mutation: 'recordJudgement',
    subject: 'judgement { id }',
    one: { ...judgement, label: 'Good', seen: [] },
    other: { ...judgement, label: 'Inadequate', seen: [] },
    withSeen: (input: object, seen: unknown) => ({ ...input, seen }),
  },
  {
    mutation: 'createEntity',
    subject: 'entity { id }',
    one: { entity: { person: { name: 'Ada Byron' } }, evidence, seen: [] },
    other: { entity: { person: { name: 'Ada Byron', honorific: 'Lady' } }, evidence, seen: [] },
    withSeen: (input: object, seen: unknown) => ({ ...input, seen }),
  },
  {
    mutation: 'linkQuote',
    subject: 'quote { id }',
    one: { ...quote, newQuote: { text, seen: [] } },
    other: { ...quote, newQuote: { text, kind: 'direct', seen: [] } },
    withSeen: (input: object, seen: unknown) => ({ ...input, newQuote: { text, seen } }),
  },
] as const;

/** What is made beside what is there is made once: whoever has not seen it is told of it. */
export function describeSeen(name: string, open: () => Promise<GraphStore>): void {
  describe(`Two curators at once on ${name}`, () => {
    let store: GraphStore;
    let graphs: readonly [AskedGraph, AskedGraph];
    beforeEach(async () => {
      store = await open();
      await loadCafcass(store);
      // Each with an editor of its own, as at two servers.
      graphs = [askGraph(store, eve), askGraph(store, adam)];
    });
    afterEach(() => store.close());

    async function call(graph: AskedGraph, mutation: string, subject: string, input: object) {
      const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const answer = await graph.ask(
        `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename
           ... on ConflictProblem { message record expectedVersion currentVersion current { id } }
           ... on ${type}Success { sequence ${subject} } } }`,
        { input: { reason: 'a test', ...input } },
      );
      return answer[mutation];
    }

    test.each(makings)(
      '$mutation: one makes it, the other is told what is there, and makes another only having seen it',
      async ({ mutation, subject, one, other, withSeen }) => {
        const answers = await Promise.all([
          call(graphs[0], mutation, subject, one),
          call(graphs[1], mutation, subject, other),
        ]);
        const told = answers.find(({ __typename }) => __typename === 'ConflictProblem');
        const made = answers.find((answer) => answer !== told)?.[subject.split(' ')[0] ?? ''].id;
        expect(told).toMatchObject({
          record: made,
          expectedVersion: 0,
          currentVersion: 1,
          current: { id: made },
          message: expect.stringContaining('there already'),
        });
        expect(await store.journalHead()).toMatchObject({ sequence: 2 });
        const mine = told === answers[0] ? one : other;
        const seen = [{ id: made, version: 1 }];
        const again = await call(graphs[1], mutation, subject, withSeen(mine, seen));
        expect(again).toMatchObject({ __typename: expect.stringMatching(/Success$/), sequence: 3 });
      },
    );

    test('what was seen and is gone is told, too; who says nothing of what was seen is not asked', async () => {
      const made = await call(graphs[0], 'relate', 'relationship { id version }', post);
      const { id, version } = made.relationship;
      const seen = [{ id, version }];
      await call(graphs[0], 'unrelate', '', { relationship: id, expectedVersion: version });
      expect(await call(graphs[1], 'relate', '', { ...post, seen })).toMatchObject({
        __typename: 'ConflictProblem',
        record: id,
        currentVersion: 0,
        current: null,
      });
      expect((await call(graphs[1], 'relate', '', post)).__typename).toBe('RelateSuccess');
      expect((await call(graphs[0], 'relate', '', { ...post, properties: { title: 'x' } })).__typename).toBe(
        'RelateSuccess',
      );
    });

    test('the survivor is told where one of that name was merged into it', async () => {
      const twin = { entity: { person: { name: 'A. Douglas' } }, evidence, seen: [] };
      const { id } = (await call(graphs[0], 'createEntity', 'entity { id }', twin)).entity;
      await call(graphs[0], 'mergeEntities', '', {
        survivor: 'person/anthony-douglas',
        survivorVersion: 1,
        merged: id,
        mergedVersion: 1,
      });
      const again = await call(graphs[1], 'createEntity', '', twin);
      expect(again).toMatchObject({
        record: 'person/anthony-douglas',
        expectedVersion: 0,
        currentVersion: 2,
      });
    });
  });
}
