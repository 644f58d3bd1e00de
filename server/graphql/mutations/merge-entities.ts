import { mergeEntities } from '../../edits/actions/merge-entities.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { EntityRef } from '../refs.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly survivor: string;
  readonly survivorVersion: number;
  readonly merged: string;
  readonly mergedVersion: number;
}

/** Adds the mutation that makes two nodes one. */
export function addMergeEntities(): void {
  addMutation<Given>({
    name: 'mergeEntities',
    says: 'Makes two entities that stand for the same thing into one. The survivor takes over names, values, statements, evidence and relationships; the id of the other leads to it from now on.',
    input: (t) => ({
      survivor: t.id({ required: true }),
      survivorVersion: t.int({ required: true, description: 'The version of it that was seen.' }),
      merged: t.id({ required: true }),
      mergedVersion: t.int({ required: true, description: 'The version of it that was seen.' }),
    }),
    subject: { field: 'entity', type: EntityRef },
    edit: ({ survivor, survivorVersion, merged, mergedVersion }) =>
      mergeEntities({
        survivor: readNodeId(survivor),
        survivorVersion,
        merged: readNodeId(merged),
        mergedVersion,
      }),
  });
}
