import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { makeNode, makeStatement } from '../../test/support/small-world.ts';
import type { JournalRecord, RecordChange } from '../store/graph-store.ts';
import { findSettlement, judgementStanding, statementVerdict } from './find-settlement.ts';

const good = (standing: string, disputed: readonly string[] = []): JournalRecord => ({
  record: makeNode('judgement/good', 'Judgement', { name: 'good', standing }, disputed),
  evidence: [],
  statements: [],
});

/** Changes of one record, given oldest first by what it was after each, as the journal tells them: newest first. */
function changesOf(...states: readonly (JournalRecord | null)[]): readonly RecordChange[] {
  return states
    .map((after, index): RecordChange => {
      const sequence = index + 1;
      const record = (after ?? states[index - 1])?.record.id;
      if (!record) throw new Error('a change is of a record');
      return {
        entry: { sequence, at: '2026-01-01T00:00:00Z', author: 'Eve', reason: 'why', items: 1 },
        item: { ordinal: 0, record, before: states[index - 1] ?? null, after },
      };
    })
    .reverse();
}

test('the newest change of the standing is found, not one of something else since', () => {
  const changes = changesOf(good('stands'), good('stands', ['grade']), good('rejected'), good('rejected'));
  expect(findSettlement(changes, judgementStanding)?.entry.sequence).toBe(3);
  const both = changesOf(good('stands', ['grade']), good('stands'));
  expect(findSettlement(both, judgementStanding)?.entry.sequence).toBe(2);
});

test('a judgement that has the standing it came with was settled by nobody, also where it came back', () => {
  expect(findSettlement(changesOf(good('stands')), judgementStanding)).toBeNull();
  const gone = changesOf(good('stands'), null, good('rejected'), good('rejected'));
  expect(findSettlement(gone, judgementStanding)).toBeNull();
});

test('a statement is settled where a curator rejects it or gives a reason, not where a rule lets another stand', () => {
  const said = makeStatement(nodeId('person/ada'), 'name', 'Ada');
  const ada = (given: Partial<typeof said>): JournalRecord => ({
    record: makeNode('person/ada', 'Person', { name: 'Ada' }),
    evidence: [],
    statements: [{ ...said, ...given }],
  });
  const verdict = statementVerdict(said.id);
  const ruled = changesOf(ada({}), ada({ standing: 'also said' }));
  expect(findSettlement(ruled, verdict)).toBeNull();
  const settled = changesOf(
    ada({}),
    ada({ standing: 'rejected', reason: 'a slip' }),
    ada({ standing: 'also said', reason: 'it is right' }),
    ada({ standing: 'stands', reason: 'it is right' }),
  );
  expect(findSettlement(settled, verdict)?.entry.sequence).toBe(3);
});
