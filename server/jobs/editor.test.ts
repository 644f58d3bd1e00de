import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeId } from '../../schema/ids.ts';
import type { GraphNode, GraphRecords } from '../../schema/records.ts';
import { canonicalRecords } from '../../test/contract/check/canonical-answer.ts';
import { checkProperty } from '../../test/contract/check/check-property.ts';
import { firstDifference } from '../../test/contract/check/first-difference.ts';
import { createModelStore } from '../../test/contract/model-store.ts';
import { loadCafcass, readWhole } from '../../test/facts/loaded-graph.ts';
import { changeRecord } from '../edits/actions/change-record.ts';
import { createEntity } from '../edits/actions/create-entity.ts';
import { linkQuote } from '../edits/actions/link-quote.ts';
import { mergeEntities } from '../edits/actions/merge-entities.ts';
import { recordJudgement } from '../edits/actions/record-judgement.ts';
import { relate } from '../edits/actions/relate.ts';
import { removeEntity } from '../edits/actions/remove-entity.ts';
import { settleJudgement } from '../edits/actions/settle-judgement.ts';
import { settleStatement } from '../edits/actions/settle-statement.ts';
import { unrelate } from '../edits/actions/unrelate.ts';
import type { Edit } from '../edits/edit.ts';
import { verdicts } from '../edits/verdict.ts';
import { completeUntilStable } from '../graph/complete-until-stable.ts';
import { createEditor } from './editor.ts';

/** What one step draws; each action takes from it what it needs, by position in the graph as it is then. */
const stepArbitrary = fc.record({
  action: fc.constantFrom(
    'date a document',
    'date a document',
    'date a document',
    'date an inspection',
    'make a document secondary or primary',
    'record a judgement',
    'settle a judgement',
    'settle a statement',
    'link a quote',
    'relate',
    'unrelate',
    'remove',
    'merge',
    'create a document',
  ),
  one: fc.nat(1_000),
  other: fc.nat(1_000),
  third: fc.nat(1_000),
  date: fc.constantFrom('2008', '2014-04', '2014-04-24', '2013-06/2016', '2020?', '2025-12-01'),
  label: fc.constantFrom('good', 'inadequate', 'outstanding', 'consistently poor'),
  stated: fc.boolean(),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer Drawn> ? Drawn : never;

test('editing step by step leaves the graph that loading its records at once makes', async () => {
  let done = 0;
  const cases = fc.record({ steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 8, size: 'max' }) });
  await checkProperty(cases, 40, async ({ steps }) => {
    const store = createModelStore();
    await loadCafcass(store);
    const editor = createEditor(store, () => new Date('2026-02-03T04:05:06Z'));
    for (const [index, step] of steps.entries()) {
      const edit = actionOf(step, await readWhole(store));
      if (!edit) continue;
      const outcome = await editor.run(edit, {
        author: 'Eve',
        reason: 'a step',
        idempotencyKey: `step ${index}`,
        inputHash: '',
      });
      if (outcome.kind === 'written') done += 1;
      const edited = canonicalRecords(await readWhole(store));
      const loaded = canonicalRecords(completeUntilStable(withoutDerived(edited)));
      const difference = firstDifference(loaded, edited, `after “${step.action}”`);
      if (difference) return difference;
    }
    return null;
  });
  // Most steps must come to something, or the rule above says little.
  expect(done).toBeGreaterThan(80);
}, 300_000);

/** The records as somebody would give them: nothing that follows from other values is in them. */
function withoutDerived(records: GraphRecords): GraphRecords {
  return {
    nodes: records.nodes.map((node): GraphNode => {
      const { date: _date, grade: _grade, standing, ...properties } = node.properties;
      const isGiven = standing !== undefined && (node.type !== 'Judgement' || standing === 'rejected');
      return { ...node, disputed: [], properties: { ...properties, ...(isGiven ? { standing } : {}) } };
    }),
    relationships: records.relationships.map((relationship) => ({ ...relationship, disputed: [] })),
    evidence: records.evidence,
    statements: records.statements.map((statement) => ({
      ...statement,
      standing: statement.standing === 'rejected' ? 'rejected' : 'also said',
    })),
  };
}

function actionOf(step: Step, records: GraphRecords): (() => Edit) | null {
  const { one, other, third, date, label, stated } = step;
  const pick = (type: GraphNode['type'], by: number): GraphNode => {
    const nodes = records.nodes.filter((node) => node.type === type);
    const node = nodes[by % nodes.length];
    if (!node) throw new Error(`the graph has no ${type}`);
    return node;
  };
  const evidence = [
    { document: pick('Document', third).id, words: 'as printed', locator: `paragraph ${one}` },
  ];
  const change =
    ({ id, version, type }: GraphNode, set: Record<string, unknown>) =>
    () =>
      changeRecord({ id, expectedVersion: version, type, set, evidence: stated ? evidence : [] });
  switch (step.action) {
    case 'date a document': {
      const document = pick('Document', one);
      const isStated = records.statements.some(({ of }) => of === document.id);
      return () =>
        changeRecord({
          id: document.id,
          expectedVersion: document.version,
          type: 'Document',
          set: { publishedOn: date },
          evidence: isStated ? evidence : [],
        });
    }
    case 'date an inspection':
      return change(pick('Inspection', one), { [other % 2 ? 'publishedOn' : 'endedOn']: date });
    case 'make a document secondary or primary':
      return change(pick('Document', one), { standing: other % 2 ? 'primary' : 'secondary' });
    case 'record a judgement':
      return () =>
        recordJudgement({
          inspection: pick('Inspection', one % 6).id,
          area: 'Overall',
          label,
          evidence,
          seen: null,
        });
    case 'settle a judgement': {
      const { id, version } = pick('Judgement', one);
      const verdict = verdicts[other % 3] ?? 'open';
      return () => settleJudgement({ judgement: id, expectedVersion: version, verdict });
    }
    case 'settle a statement':
      return settleOne(records, one, other);
    case 'link a quote': {
      const { id, version } = pick('Quote', one);
      return () =>
        linkQuote({
          quote: stated
            ? { kind: 'existing', id, expectedVersion: version }
            : { kind: 'new', text: 'New words.', quoteKind: null, attributionAsPrinted: null, seen: null },
          saidOn: other % 2 ? date : null,
          speaker: pick('Person', other).id,
          as: null,
          relayedBy: null,
          about: [pick('Inspection', other).id],
          evidence: evidence[0] ?? {},
        });
    }
    case 'relate':
      return () =>
        relate({
          type: stated ? 'QUOTED_IN' : 'STATED',
          from: pick(stated ? 'Quote' : 'Document', one).id,
          to: pick(stated ? 'Document' : 'Measure', other).id,
          properties: {},
          evidence,
          seen: null,
        });
    case 'unrelate': {
      const relationship = records.relationships[one % records.relationships.length];
      return relationship
        ? () => unrelate({ relationship: relationship.id, expectedVersion: relationship.version })
        : null;
    }
    case 'remove': {
      const { id, version } = pick(stated ? 'Judgement' : 'Person', one);
      return () => removeEntity({ id, expectedVersion: version, withRelationships: true });
    }
    case 'merge': {
      const type = (['Document', 'Inspection', 'Person', 'Organisation'] as const)[third % 4] ?? 'Person';
      const [survivor, merged] = [pick(type, one), pick(type, other)];
      return () =>
        mergeEntities({
          survivor: survivor.id,
          survivorVersion: survivor.version,
          merged: merged.id,
          mergedVersion: merged.version,
          values: third % 2 === 0 ? [] : [{ property: 'kind', of: merged.id }],
          reason: 'the same',
        });
    }
    case 'create a document':
      return () =>
        createEntity({
          type: 'Document',
          properties: { name: `New ${one}`, publishedOn: date },
          evidence: [],
          seen: null,
        });
  }
}

function settleOne({ nodes, relationships, statements }: GraphRecords, one: number, other: number) {
  const statement = statements[one % statements.length];
  const record = [...nodes, ...relationships].find(({ id }) => id === statement?.of);
  if (!statement || !record) return null;
  return () =>
    settleStatement({
      record: record.id as NodeId,
      statement: statement.id,
      expectedVersion: record.version,
      verdict: verdicts[other % 3] ?? 'open',
      reason: 'it was looked up',
    });
}
