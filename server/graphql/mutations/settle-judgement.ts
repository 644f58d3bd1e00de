import { settleJudgement } from '../../edits/actions/settle-judgement.ts';
import type { Verdict } from '../../edits/verdict.ts';
import { VerdictEnum } from '../enums.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { nodeRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly judgement: string;
  readonly expectedVersion: number;
  readonly verdict: Verdict;
}

/** Adds the mutation that says which judgement on an area stands. */
export function addSettleJudgement(): void {
  addMutation<Given>({
    name: 'settleJudgement',
    says: 'Says which of the judgements of an inspection on one area stands. STANDS rejects those that differ in grade.',
    input: (t) => ({
      judgement: t.id({ required: true }),
      expectedVersion: t.int({ required: true, description: 'The version that was seen.' }),
      verdict: t.field({ type: VerdictEnum, required: true }),
    }),
    subject: { field: 'judgement', type: nodeRef('Judgement') },
    edit: ({ judgement, expectedVersion, verdict }) =>
      settleJudgement({ judgement: readNodeId(judgement), expectedVersion, verdict }),
  });
}
