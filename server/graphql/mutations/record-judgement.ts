import { recordJudgement } from '../../edits/actions/record-judgement.ts';
import type { EvidenceInput } from '../../edits/drafts/read-evidence.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { nodeRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';
import { EvidenceInputRef } from './inputs/evidence-input.ts';
import { type GivenSeen, readSeen, SeenRecordInputRef, sayOfSeen } from './inputs/seen-input.ts';

interface Given {
  readonly inspection: string;
  readonly area: string;
  readonly label: string;
  readonly evidence: readonly EvidenceInput[];
  readonly seen?: readonly GivenSeen[] | null;
}

/** Adds the mutation that records what an inspection found on one area. */
export function addRecordJudgement(): void {
  addMutation<Given>({
    name: 'recordJudgement',
    says: 'Records what a source says that an inspection found on one area. A source that agrees adds evidence to the judgement that is there; one that disagrees makes a second, and both are disputed.',
    input: (t) => ({
      inspection: t.id({ required: true }),
      area: t.string({ required: true, description: 'In the words of the source.' }),
      label: t.string({ required: true, description: 'The grade in the words of the source.' }),
      evidence: t.field({ type: [EvidenceInputRef], required: true, description: 'At least one piece.' }),
      seen: t.field({
        type: [SeenRecordInputRef],
        description: sayOfSeen('Judgements of the inspection on this area'),
      }),
    }),
    subject: { field: 'judgement', type: nodeRef('Judgement') },
    edit: ({ inspection, area, label, evidence, seen }) =>
      recordJudgement({ inspection: readNodeId(inspection), area, label, evidence, seen: readSeen(seen) }),
  });
}
