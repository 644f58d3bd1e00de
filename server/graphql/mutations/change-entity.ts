import { changeRecord } from '../../edits/actions/change-record.ts';
import type { EvidenceInput } from '../../edits/drafts/read-evidence.ts';
import type { PropertyInputs } from '../../edits/drafts/read-properties.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { EntityRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';
import { EvidenceInputRef } from './inputs/evidence-input.ts';
import { EntityPropertiesRef, readEntityInput } from './inputs/property-inputs.ts';

interface Given {
  readonly id: string;
  readonly expectedVersion: number;
  readonly set: Readonly<Record<string, PropertyInputs | null | undefined>>;
  readonly evidence?: readonly EvidenceInput[] | null;
}

/** Adds the mutation that changes values of a node. */
export function addChangeEntity(): void {
  addMutation<Given>({
    name: 'changeEntity',
    says: 'Changes values of an entity. With evidence a value is what a source says, and stands beside what others say; without, it puts a slip right that no source is recorded for. The words of a quote are corrected only with the exact words of the source as evidence.',
    input: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true, description: 'The version that was seen.' }),
      set: t.field({
        type: EntityPropertiesRef,
        required: true,
        description: 'What is not named stays. With nothing named, the evidence supports the entity itself.',
      }),
      evidence: t.field({ type: [EvidenceInputRef], description: 'What the values rest on.' }),
    }),
    subject: { field: 'entity', type: EntityRef },
    edit: ({ id, expectedVersion, set, evidence }) => {
      const { type, values } = readEntityInput(set);
      return changeRecord({
        id: readNodeId(id),
        expectedVersion,
        type,
        set: values,
        evidence: evidence ?? [],
      });
    },
  });
}
