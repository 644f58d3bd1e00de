import type { RelationshipType } from '../../../schema/relationship-types.ts';
import { relate } from '../../edits/actions/relate.ts';
import type { EvidenceInput } from '../../edits/drafts/read-evidence.ts';
import type { PropertyInputs } from '../../edits/drafts/read-properties.ts';
import { RelationshipTypeEnum } from '../enums.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { RelationshipRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';
import { EvidenceInputRef } from './inputs/evidence-input.ts';
import { RelationshipPropertiesRef } from './inputs/property-inputs.ts';
import { type GivenSeen, readSeen, SeenRecordInputRef, sayOfSeen } from './inputs/seen-input.ts';

interface Given {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly properties?: PropertyInputs | null;
  readonly evidence: readonly EvidenceInput[];
  readonly seen?: readonly GivenSeen[] | null;
}

/** Adds the mutation that joins two nodes. */
export function addRelate(): void {
  addMutation<Given>({
    name: 'relate',
    says: 'Joins two entities by a relationship, with what it rests on. One that says the same already gets the evidence besides its own.',
    input: (t) => ({
      type: t.field({ type: RelationshipTypeEnum, required: true }),
      from: t.id({ required: true, description: 'Where it begins.' }),
      to: t.id({ required: true, description: 'Where it ends.' }),
      properties: t.field({ type: RelationshipPropertiesRef }),
      evidence: t.field({ type: [EvidenceInputRef], required: true, description: 'At least one piece.' }),
      seen: t.field({
        type: [SeenRecordInputRef],
        description: sayOfSeen('Relationships of this type from the one to the other'),
      }),
    }),
    subject: { field: 'relationship', type: RelationshipRef },
    edit: ({ type, from, to, properties, evidence, seen }) =>
      relate({
        type,
        from: readNodeId(from),
        to: readNodeId(to),
        properties: properties ?? {},
        evidence,
        seen: readSeen(seen),
      }),
  });
}
