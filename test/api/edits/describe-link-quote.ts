import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const mutation = `
  mutation ($input: LinkQuoteInput!) {
    linkQuote(input: $input) {
      __typename
      ... on LinkQuoteSuccess {
        sequence
        changedCount
        quote {
          id version name date { edtf } evidence { words document { id } }
          speakers { edges { as evidence { words locator } node { id } } }
          about { nodes { id } }
          relayedBy { nodes { id } }
          quotedIn { edges { locator node { id } } }
        }
        changed { __typename id }
      }
      ... on ValidationProblem { message problems { field code } }
      ... on NotFoundProblem { message missing { field id } }
      ... on ConflictProblem {
        message record expectedVersion currentVersion
        current { id ... on Quote { version text speakers { nodes { id } } } }
      }
      ... on ForbiddenProblem { message }
    }
  }`;

const words = 'We are proud of what our staff have done.';
const newQuote = {
  newQuote: { text: words, kind: 'direct', attributionAsPrinted: 'Anthony Douglas' },
  speaker: 'person/anthony-douglas',
  as: 'person',
  about: ['inspection/cafcass-2014'],
  evidence: { document: 'document/good-2014', words, locator: 'paragraph 12' },
  reason: 'The press release quotes him',
};

/** Curating over the API: a quote is linked whole or not at all, by one curator at a time. */
export function describeLinkQuote(name: string, open: () => Promise<GraphStore>): void {
  describe(`A quote is linked on ${name}`, () => {
    let store: GraphStore;
    let graph: AskedGraph;
    beforeAll(async () => {
      store = await open();
      await loadCafcass(store);
      graph = askGraph(store, eve);
    });
    afterAll(() => store.close());

    const head = async () => (await store.journalHead()).sequence;
    const link = async (input: Record<string, unknown>) => (await graph.ask(mutation, { input })).linkQuote;

    test('a new quote gets a readable id, its relationships and its evidence in one change', async () => {
      const before = await head();
      const answer = await link(newQuote);
      expect(answer).toMatchObject({
        __typename: 'LinkQuoteSuccess',
        sequence: before + 1,
        changedCount: 4,
        quote: {
          id: 'quote/we-are-proud-of-what-our-staff-have-done',
          name: `“${words}”`,
          // Without a day of its own it takes that of its document.
          date: { edtf: '2014-04-24' },
          evidence: [{ words, document: { id: 'document/good-2014' } }],
          speakers: {
            edges: [
              {
                as: 'person',
                evidence: [{ words, locator: 'paragraph 12' }],
                node: { id: 'person/anthony-douglas' },
              },
            ],
          },
          about: { nodes: [{ id: 'inspection/cafcass-2014' }] },
          quotedIn: { edges: [{ locator: 'paragraph 12', node: { id: 'document/good-2014' } }] },
        },
      });
      const [entry] = await store.journal({ after: before, limit: 5 });
      expect(entry).toMatchObject({ author: 'Eve', reason: 'The press release quotes him', items: 4 });
    });

    test('the same words a second time are another quote, whose id tells them apart', async () => {
      const answer = await link(newQuote);
      expect(answer.quote.id).toBe('quote/we-are-proud-of-what-our-staff-have-done-2');
    });

    test('a quote that is there is linked further, and counts a version', async () => {
      const { quote } = (await link({ ...newQuote, newQuote: { text: 'Onwards.' }, speaker: null })) as {
        quote: { id: string; version: number; speakers: unknown };
      };
      expect(quote.speakers).toEqual({ edges: [] });
      const answer = await link({
        quote: quote.id,
        expectedVersion: quote.version,
        speaker: 'organisation/cafcass',
        relayedBy: 'organisation/ofsted',
        evidence: newQuote.evidence,
        reason: 'a second look',
      });
      expect(answer.quote).toMatchObject({
        version: quote.version + 1,
        speakers: { edges: [{ node: { id: 'organisation/cafcass' } }] },
        relayedBy: { nodes: [{ id: 'organisation/ofsted' }] },
        about: { nodes: [{ id: 'inspection/cafcass-2014' }] },
      });
    });

    test('linking what is linked already changes nothing', async () => {
      const first = await link({ ...newQuote, newQuote: { text: 'Twice.' } });
      const before = await head();
      const { newQuote: _new, ...rest } = newQuote;
      const answer = await link({ ...rest, quote: first.quote.id, expectedVersion: first.quote.version });
      expect(answer).toMatchObject({ __typename: 'LinkQuoteSuccess', sequence: before, changed: [] });
      expect(answer.quote.version).toBe(first.quote.version);
      expect(await head()).toBe(before);
    });

    test.each([
      ['a speaker that is not there', { speaker: 'person/nobody' }, 'NotFoundProblem', 'speaker'],
      ['a subject that is not there', { about: ['inspection/none'] }, 'NotFoundProblem', 'about'],
      [
        'a document that is not there',
        { evidence: { ...newQuote.evidence, document: 'document/none' } },
        'NotFoundProblem',
        'evidence.document',
      ],
      ['a region as its speaker', { speaker: 'region/england' }, 'ValidationProblem', 'speaker'],
      ['no words', { newQuote: { text: ' ' } }, 'ValidationProblem', 'newQuote.text'],
      ['a day that is none', { saidOn: 'yesterday' }, 'ValidationProblem', 'saidOn'],
      ['no reason', { reason: ' ' }, 'ValidationProblem', 'reason'],
      [
        'stated evidence without a document',
        { evidence: { words } },
        'ValidationProblem',
        'evidence.document',
      ],
      ['an empty key', { idempotencyKey: '' }, 'ValidationProblem', 'idempotencyKey'],
    ])('%s is told by its field, and nothing is written', async (_what, input, typename, field) => {
      const before = await head();
      const answer = await link({ ...newQuote, ...input });
      expect(answer.__typename).toBe(typename);
      const told = answer.missing ?? answer.problems;
      expect(told.map((problem: { field: string }) => problem.field)).toContain(field);
      expect(await head()).toBe(before);
    });

    test('of 50 curators who link one quote at the same version one wins, and 49 see what it is now', async () => {
      const { quote } = await link({ ...newQuote, newQuote: { text: 'Fifty.' }, speaker: null });
      const before = await head();
      const speakers = ['person/anthony-douglas', 'organisation/cafcass', 'organisation/ofsted'];
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          link({
            quote: quote.id,
            expectedVersion: quote.version,
            speaker: speakers[index % speakers.length],
            evidence: newQuote.evidence,
            reason: `curator ${index}`,
          }),
        ),
      );
      const [winner, ...more] = answers.filter(({ __typename }) => __typename === 'LinkQuoteSuccess');
      expect(more).toEqual([]);
      expect(winner.sequence).toBe(before + 1);
      const losers = answers.filter(({ __typename }) => __typename === 'ConflictProblem');
      expect(losers).toHaveLength(49);
      for (const loser of losers)
        expect(loser).toMatchObject({
          record: quote.id,
          expectedVersion: quote.version,
          currentVersion: quote.version + 1,
          current: {
            id: quote.id,
            version: quote.version + 1,
            speakers: { nodes: [{ id: winner.quote.speakers.edges[0].node.id }] },
          },
        });
      expect(await head()).toBe(before + 1);
    });

    test('the same key gives one change and the same answer, also at the same time', async () => {
      const before = await head();
      const input = { ...newQuote, newQuote: { text: 'Once and for all.' }, idempotencyKey: 'once' };
      const [first, ...others] = await Promise.all([link(input), link(input), link(input)]);
      expect(first.sequence).toBe(before + 1);
      for (const other of [...others, await link(input)]) expect(other).toEqual(first);
      expect(await head()).toBe(before + 1);
      const reused = await link({ ...input, reason: 'something else' });
      expect(reused.problems).toEqual([{ field: 'idempotencyKey', code: 'KEY_REUSED' }]);
      expect(await head()).toBe(before + 1);
    });
  });
}
