import { parseRelationshipId } from '../../../schema/ids.ts';
import { settleStatement } from '../../edits/actions/settle-statement.ts';
import type { Verdict } from '../../edits/verdict.ts';
import { VerdictEnum } from '../enums.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { NodeRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly record: string;
  readonly statement: string;
  readonly expectedVersion: number;
  readonly verdict: Verdict;
}

/** Adds the mutation that says which statement on a property stands. */
export function addSettleStatement(): void {
  addMutation<Given>({
    name: 'settleStatement',
    says: 'Says which of the statements on one property stands. STANDS rejects what cannot be true beside it; the reason is kept with each.',
    input: (t) => ({
      record: t.id({ required: true, description: 'The entity or relationship that the statement is of.' }),
      statement: t.id({ required: true }),
      expectedVersion: t.int({ required: true, description: 'The version of the record that was seen.' }),
      verdict: t.field({ type: VerdictEnum, required: true }),
    }),
    subject: { field: 'settled', type: NodeRef },
    edit: ({ record, statement, expectedVersion, verdict, reason }) =>
      settleStatement({
        record: parseRelationshipId(record) ?? readNodeId(record),
        statement,
        expectedVersion,
        verdict,
        reason: reason.trim(),
      }),
  });
}
