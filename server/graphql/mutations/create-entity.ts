import { createEntity } from '../../edits/actions/create-entity.ts';
import type { EvidenceInput } from '../../edits/drafts/read-evidence.ts';
import type { PropertyInputs } from '../../edits/drafts/read-properties.ts';
import { EntityRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';
import { EvidenceInputRef } from './inputs/evidence-input.ts';
import { EntityPropertiesRef, readEntityInput } from './inputs/property-inputs.ts';
import { type GivenSeen, readSeen, SeenRecordInputRef, sayOfSeen } from './inputs/seen-input.ts';

interface Given {
  readonly entity: Readonly<Record<string, PropertyInputs | null | undefined>>;
  readonly evidence?: readonly EvidenceInput[] | null;
  readonly seen?: readonly GivenSeen[] | null;
}

/** Adds the mutation that makes a node. */
export function addCreateEntity(): void {
  addMutation<Given>({
    name: 'createEntity',
    says: 'Makes an entity. The server makes its id from its name: readable, and never used before.',
    input: (t) => ({
      entity: t.field({ type: EntityPropertiesRef, required: true }),
      evidence: t.field({
        type: [EvidenceInputRef],
        description: 'What it rests on; needed for all but documents.',
      }),
      seen: t.field({
        type: [SeenRecordInputRef],
        description: sayOfSeen('Entities of the type and the name'),
      }),
    }),
    subject: { field: 'entity', type: EntityRef },
    edit: ({ entity, evidence, seen }) => {
      const { type, values } = readEntityInput(entity);
      return createEntity({ type, properties: values, evidence: evidence ?? [], seen: readSeen(seen) });
    },
  });
}
