import fc, { type Arbitrary } from 'fast-check';
import { test } from 'vitest';
import type { GraphChange, GraphStore, WriteOutcome } from '../../../server/store/graph-store.ts';
import { makeChange } from '../../support/small-world.ts';
import { graphArbitrary, nodeIds, relationshipIds } from '../arbitraries/graph.ts';
import { canonicalRecords } from '../check/canonical-answer.ts';
import { checkProperty } from '../check/check-property.ts';
import { firstDifference } from '../check/first-difference.ts';
import { type OpenStore, withStore } from '../check/worlds.ts';
import { createModelStore } from '../model-store.ts';

const all = [...nodeIds, ...relationshipIds];

/** Part of a random graph on the ids that all share, removals and expected versions: some are refused, some not. */
const changeArbitrary: Arbitrary<GraphChange> = fc
  .record({
    records: graphArbitrary,
    keep: fc.constantFrom('all', 'nodes', 'relationships'),
    remove: fc.oneof(fc.constant([]), fc.subarray([...relationshipIds]), fc.subarray(all, { maxLength: 3 })),
    expected: fc.array(fc.record({ id: fc.constantFrom(...all), version: fc.nat(2) }), { maxLength: 1 }),
    marks: fc.array(fc.record({ key: fc.constantFrom('a', 'b'), value: fc.string() }), { maxLength: 1 }),
  })
  .map(({ records, keep, remove, expected, marks }) => {
    const put = {
      ...records,
      ...(keep === 'nodes' ? { relationships: [] } : {}),
      ...(keep === 'relationships' ? { nodes: [] } : {}),
    };
    const kept = new Set<string>([...put.nodes, ...put.relationships].map(({ id }) => id));
    const statements = put.statements.filter(({ of }) => kept.has(of));
    for (const { id } of statements) kept.add(id);
    const evidence = put.evidence.filter(({ of }) => kept.has(of));
    return makeChange({ ...put, statements, evidence }, { remove, expected, marks });
  });

/** Random changes one after the other: outcomes, records, journal and marks are those of the model. */
export function describeRandomWrites(open: OpenStore, runs: number): void {
  test('random changes have the outcomes of the model and leave the same graph and journal', async () => {
    const cases = fc.record({
      first: graphArbitrary,
      changes: fc.array(changeArbitrary, { minLength: 1, maxLength: 4, size: 'max' }),
    });
    await checkProperty(cases, runs, async ({ first, changes }) => {
      const model = createModelStore();
      return withStore(open, async (store) => {
        for (const change of [makeChange(first), ...changes]) {
          const [expected, actual] = [await model.write(change), await store.write(change)];
          const outcome = firstDifference(comparable(expected), comparable(actual), 'outcome');
          const difference = outcome ?? firstDifference(await wholeOf(model), await wholeOf(store), 'store');
          if (difference) return `${JSON.stringify({ ...change, put: '…' })}\n${difference}`;
        }
        return null;
      });
    });
  }, 300_000);
}

/** Problems in any order; their words may tell more in one store than in another, their codes may not. */
function comparable(outcome: WriteOutcome): unknown {
  if (outcome.kind !== 'refused') return outcome;
  return outcome.problems.map(({ code, record, field }) => `${code} ${record} ${field ?? ''}`).sort();
}

async function wholeOf(store: GraphStore): Promise<unknown> {
  const entries = await store.journal({ after: 0, limit: 10 });
  const items = [];
  for (const { sequence } of entries)
    items.push(await store.journalItems({ sequence, after: -1, limit: 100 }));
  return {
    records: canonicalRecords(await store.records(all)),
    entries,
    items,
    lastChanges: new Map(await store.lastChanges(all)),
    marks: [await store.mark('a'), await store.mark('b')],
  };
}
