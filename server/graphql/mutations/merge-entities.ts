import { mergeEntities } from '../../edits/actions/merge-entities.ts';
import { builder } from '../builder.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { EntityRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly survivor: string;
  readonly survivorVersion: number;
  readonly merged: string;
  readonly mergedVersion: number;
  readonly values?: readonly GivenValue[] | null;
}

interface GivenValue {
  readonly property: string;
  readonly of: string;
}

const MergedValueRef = builder.inputRef<GivenValue>('MergedValueInput');

/** Adds the mutation that makes two nodes one. */
export function addMergeEntities(): void {
  MergedValueRef.implement({
    description: 'Whose value of a property stands where both entities have one; the other is rejected.',
    fields: (t) => ({
      property: t.string({ required: true, description: 'Its name in the API, as `startedOn`.' }),
      of: t.id({ required: true, description: 'Id of the survivor, or of the merged entity.' }),
    }),
  });
  addMutation<Given>({
    name: 'mergeEntities',
    says: 'Makes two entities that stand for the same thing into one. The survivor takes over names, values, statements, evidence and relationships; the id of the other leads to it from now on.',
    input: (t) => ({
      survivor: t.id({ required: true }),
      survivorVersion: t.int({ required: true, description: 'The version of it that was seen.' }),
      merged: t.id({ required: true }),
      mergedVersion: t.int({ required: true, description: 'The version of it that was seen.' }),
      values: t.field({
        type: [MergedValueRef],
        description:
          'Where both have a value, whose stands. What is not named keeps both, and what cannot be true together is disputed.',
      }),
    }),
    subject: { field: 'entity', type: EntityRef },
    edit: ({ survivor, survivorVersion, merged, mergedVersion, values, reason }) =>
      mergeEntities({
        survivor: readNodeId(survivor),
        survivorVersion,
        merged: readNodeId(merged),
        mergedVersion,
        values: (values ?? []).map(({ property, of }) => ({ property, of: readNodeId(of) })),
        reason: reason.trim(),
      }),
  });
}
