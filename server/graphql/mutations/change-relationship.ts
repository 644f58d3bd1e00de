import { changeRecord } from '../../edits/actions/change-record.ts';
import type { EvidenceInput } from '../../edits/drafts/read-evidence.ts';
import type { PropertyInputs } from '../../edits/drafts/read-properties.ts';
import { readRelationshipId } from '../plan/node-selections.ts';
import { RelationshipRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';
import { EvidenceInputRef } from './inputs/evidence-input.ts';
import { RelationshipPropertiesRef } from './inputs/property-inputs.ts';

interface Given {
  readonly relationship: string;
  readonly expectedVersion: number;
  readonly set: PropertyInputs;
  readonly evidence?: readonly EvidenceInput[] | null;
}

/** Adds the mutation that changes values of a relationship, such as the dates of a post. */
export function addChangeRelationship(): void {
  addMutation<Given>({
    name: 'changeRelationship',
    says: 'Changes values of a relationship, such as the dates of a post; evidence works as in `changeEntity`.',
    input: (t) => ({
      relationship: t.id({ required: true }),
      expectedVersion: t.int({ required: true, description: 'The version that was seen.' }),
      set: t.field({ type: RelationshipPropertiesRef, required: true }),
      evidence: t.field({ type: [EvidenceInputRef], description: 'What the values rest on.' }),
    }),
    subject: { field: 'relationship', type: RelationshipRef },
    edit: ({ relationship, expectedVersion, set, evidence }) =>
      changeRecord({
        id: readRelationshipId(relationship),
        expectedVersion,
        type: null,
        set,
        evidence: evidence ?? [],
      }),
  });
}
