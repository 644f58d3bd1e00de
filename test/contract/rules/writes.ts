import { describe, expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { ProblemCode } from '../../../schema/problems.ts';
import type { GraphRecords, GraphRelationship } from '../../../schema/records.ts';
import type { GraphChange, GraphStore } from '../../../server/store/graph-store.ts';
import {
  makeChange,
  makeEvidence,
  makeNode,
  makeRelationship,
  makeStatement,
  smallWorld,
} from '../../support/small-world.ts';
import { canonicalRecords } from '../check/canonical-answer.ts';
import { type OpenStore, shareWorld, withWorld } from '../check/worlds.ts';

const ada = makeNode('person/ada', 'Person', { name: 'Ada King', aliases: ['A. Bronte', 'Countess'] });
const cara = makeNode('person/cara', 'Person', { name: 'Cara' });

/** Changes that break a rule, on the small world, with the code of the problem that each must give. */
const breaches: readonly (readonly [string, ProblemCode, GraphChange])[] = [
  [
    'a relationship to a node that is not there',
    'END_MISSING',
    related('HOLDS_POST', 'person/cara', 'organisation/gone'),
  ],
  [
    'a relationship that the table forbids',
    'END_NOT_ALLOWED',
    related('LED', 'person/cara', 'region/eastshire'),
  ],
  [
    'a second inspection of a judgement',
    'END_HAS_ONE',
    related('JUDGED', 'inspection/second', 'judgement/first/overall'),
  ],
  [
    'a relationship without evidence',
    'EVIDENCE_MISSING',
    makeChange({
      nodes: [cara],
      relationships: [makeRelationship('LED', 'person/cara', 'inspection/first')],
    }),
  ],
  [
    'evidence in a document that is not there',
    'END_MISSING',
    makeChange({ nodes: [cara], evidence: [makeEvidence(cara.id, 'document/gone')] }),
  ],
  [
    'evidence in what is no document',
    'END_NOT_ALLOWED',
    makeChange({ nodes: [cara], evidence: [makeEvidence(cara.id, 'region/eastshire')] }),
  ],
  [
    'a statement of a record that the change does not put',
    'END_MISSING',
    makeChange({ nodes: [cara], statements: [makeStatement(ada.id, 'name', 'Ada')] }),
  ],
  ['an id that is named twice', 'ID_TAKEN', makeChange({ nodes: [cara, cara] })],
  [
    'an id that belongs to a node of another type',
    'ID_TAKEN',
    makeChange({ nodes: [makeNode('person/ada', 'Organisation', { name: 'Ada Ltd' })] }),
  ],
  [
    'a version that is not the one that stands',
    'VERSION_CONFLICT',
    makeChange({ nodes: [ada] }, { expected: [{ id: ada.id, version: 2 }] }),
  ],
  [
    'a record that should not be there yet',
    'VERSION_CONFLICT',
    makeChange({ nodes: [ada] }, { expected: [{ id: ada.id, version: 0 }] }),
  ],
  [
    'the removal of a node that relationships touch',
    'STILL_REFERENCED',
    makeChange({ nodes: [cara] }, { remove: [ada.id] }),
  ],
  [
    'the removal of a document that a statement rests on',
    'STILL_REFERENCED',
    makeChange({}, { remove: [nodeId('document/article'), ...ids(touching('document/article'))] }),
  ],
  ['the removal of what is not there', 'END_MISSING', makeChange({}, { remove: [cara.id] })],
];

/** A write is whole or not at all, and counts versions by content. */
export function describeWrites(open: OpenStore): void {
  describe('what breaks a rule is refused', () => {
    const world = shareWorld(open);

    test.each(breaches)('%s is refused as %s and changes nothing', async (_name, code, change) => {
      const store = world();
      const outcome = await store.write({ ...change, marks: [{ key: 'breach', value: 'written' }] });
      expect(outcome.kind === 'refused' && outcome.problems.map((problem) => problem.code)).toContain(code);
      expect(await contentsOf(store)).toEqual(canonicalRecords(smallWorld));
      expect(await store.journal({ after: 0, limit: 10 })).toHaveLength(1);
      expect(await store.mark('breach')).toBeNull();
    });
  });

  test('every breach of a change is told, not the first alone', async () => {
    await withWorld(open, async (store) => {
      const first = related('HOLDS_POST', 'person/cara', 'organisation/gone');
      const outcome = await store.write({ ...first, remove: [nodeId('person/nobody')] });
      const codes = outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code) : [];
      expect(codes).toEqual(['END_MISSING', 'END_MISSING']);
    });
  });

  test('writing the same twice changes nothing, whatever versions the records name', async () => {
    await withWorld(open, async (store) => {
      const nodes = smallWorld.nodes.map((node) => ({ ...node, version: 7 }));
      expect(await store.write(makeChange({ ...smallWorld, nodes }))).toEqual({ kind: 'unchanged' });
      expect(await contentsOf(store)).toEqual(canonicalRecords(smallWorld));
      expect(await store.journal({ after: 0, limit: 10 })).toHaveLength(1);
    });
  });

  test('a changed record gets the next version, and the others keep theirs', async () => {
    await withWorld(open, async (store) => {
      const renamed = {
        ...smallWorld,
        nodes: smallWorld.nodes.map((node) => (node.id === ada.id ? ada : node)),
      };
      const outcome = await store.write(makeChange(renamed));
      expect(outcome).toEqual({ kind: 'written', sequence: 2, created: 0, changed: 1, removed: 0 });
      const { nodes } = await contentsOf(store);
      expect(nodes.filter(({ version }) => version !== 1)).toEqual([{ ...ada, version: 2 }]);
    });
  });

  test('new evidence alone is a change of what it supports', async () => {
    await withWorld(open, async (store) => {
      const ben = smallWorld.nodes.filter(({ id }) => id === 'person/ben');
      const evidence = [makeEvidence(nodeId('person/ben'), 'document/article', { locator: 'row 9' })];
      const outcome = await store.write(makeChange({ nodes: ben, evidence }));
      expect(outcome).toMatchObject({ kind: 'written', created: 0, changed: 1 });
      const found = await store.records([nodeId('person/ben')]);
      expect(found.nodes[0]?.version).toBe(2);
      expect(found.evidence).toEqual(evidence);
    });
  });

  test('a node put without its statements and properties loses them', async () => {
    await withWorld(open, async (store) => {
      const bare = makeNode('person/ada', 'Person', { name: 'Ada' });
      await store.write(makeChange({ nodes: [bare] }));
      expect(await store.records([ada.id])).toEqual({
        nodes: [{ ...bare, version: 2 }],
        relationships: [],
        evidence: [],
        statements: [],
      });
    });
  });

  test('search follows a change: the new name is found, the old one no longer', async () => {
    await withWorld(open, async (store) => {
      await store.write(makeChange({ nodes: [makeNode('person/ben', 'Person', { name: 'Ben Quirk' })] }));
      const find = async (word: string) => {
        const question = { words: [word], match: 'prefixes', types: null, limit: 5 } as const;
        return (await store.searchCandidates(question)).nodes.map(({ id, version }) => [id, version]);
      };
      expect(await find('quirk')).toEqual([['person/ben', 2]]);
      expect(await find('okafor')).toEqual([]);
    });
  });

  test('a node can be removed with all that rests on it, and no trace is left to be found', async () => {
    await withWorld(open, async (store) => {
      const rests = touching('organisation/service');
      const remove = [nodeId('organisation/service'), ...ids(rests)];
      const outcome = await store.write(makeChange({}, { remove }));
      expect(outcome).toMatchObject({ kind: 'written', created: 0, removed: remove.length });
      expect(await store.records(remove)).toEqual({
        nodes: [],
        relationships: [],
        evidence: [],
        statements: [],
      });
      const question = { words: ['service'], match: 'prefixes', types: null, limit: 5 } as const;
      expect(await store.searchCandidates(question)).toEqual({ nodes: [], truncated: false });
      const { nodes } = await contentsOf(store);
      expect(nodes).toHaveLength(smallWorld.nodes.length - 1);
    });
  });

  test('a judgement moves to another inspection in one change', async () => {
    await withWorld(open, async (store) => {
      const old = makeRelationship('JUDGED', 'inspection/first', 'judgement/first/overall');
      const change = related('JUDGED', 'inspection/second', 'judgement/first/overall');
      const outcome = await store.write({ ...change, remove: [old.id] });
      expect(outcome).toMatchObject({ kind: 'written', created: 2, removed: 1 });
    });
  });

  test('of two writers who saw the same version one wins, and the other is told', async () => {
    await withWorld(open, async (store) => {
      const rename = (name: string) =>
        store.write(
          makeChange(
            { nodes: [{ ...ada, properties: { name } }] },
            { author: name, expected: [{ id: ada.id, version: 1 }] },
          ),
        );
      const outcomes = await Promise.all([rename('First'), rename('Second'), rename('Third')]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['refused', 'refused', 'written']);
      for (const outcome of outcomes)
        if (outcome.kind === 'refused')
          expect(outcome.problems.map(({ code }) => code)).toEqual(['VERSION_CONFLICT']);
      const [last] = (await store.journal({ after: 1, limit: 10 })).map(({ author }) => author);
      const { nodes } = await store.records([ada.id]);
      expect(nodes).toMatchObject([{ version: 2, properties: { name: last } }]);
    });
  });

  test('writers at the same time who do not meet are all served, each with an entry of its own', async () => {
    await withWorld(open, async (store) => {
      const names = ['a', 'b', 'c', 'd'];
      const outcomes = await Promise.all(
        names.map((name) =>
          store.write(makeChange({ nodes: [makeNode(`person/new-${name}`, 'Person', { name })] })),
        ),
      );
      const sequences = outcomes.map((outcome) => (outcome.kind === 'written' ? outcome.sequence : 0));
      expect(sequences.sort()).toEqual([2, 3, 4, 5]);
    });
  });

  test('two writers at the same time cannot give one judgement two inspections', async () => {
    await withWorld(open, async (store) => {
      const judgement = makeNode('judgement/new', 'Judgement', { name: 'new' });
      await store.write(makeChange({ nodes: [judgement] }));
      const link = (inspection: string) => {
        const relationship = makeRelationship('JUDGED', inspection, judgement.id);
        const evidence = [makeEvidence(relationship.id, 'document/report')];
        return store.write(makeChange({ relationships: [relationship], evidence }));
      };
      const outcomes = await Promise.all([link('inspection/first'), link('inspection/second')]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['refused', 'written']);
    });
  });
}

/** Cara, who is new, and one relationship with evidence. */
function related(type: GraphRelationship['type'], from: string, to: string): GraphChange {
  const relationship = makeRelationship(type, from, to);
  const evidence = [makeEvidence(relationship.id, 'document/report')];
  return makeChange({ nodes: [cara], relationships: [relationship], evidence });
}

function touching(id: string): GraphRelationship[] {
  return smallWorld.relationships.filter(({ from, to }) => from === id || to === id);
}

function ids<Id extends string>(records: readonly { readonly id: Id }[]): Id[] {
  return records.map(({ id }) => id);
}

/** Everything in the store, found by walking it. */
async function contentsOf(store: GraphStore): Promise<GraphRecords> {
  const nodes = await store.nodeIds({ types: null, after: null, limit: 100 });
  const { relationships } = await store.adjacent({ of: nodes, types: null, among: false, limit: 100 });
  return canonicalRecords(await store.records([...nodes, ...ids(relationships)]));
}
