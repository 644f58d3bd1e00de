import { unrelate } from '../../edits/actions/unrelate.ts';
import { readRelationshipId } from '../plan/node-selections.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly relationship: string;
  readonly expectedVersion: number;
}

/** Adds the mutation that takes a relationship out of the graph. */
export function addUnrelate(): void {
  addMutation<Given>({
    name: 'unrelate',
    says: 'Takes a relationship out of the graph; the entities that it joined stay.',
    input: (t) => ({
      relationship: t.id({ required: true }),
      expectedVersion: t.int({ required: true, description: 'The version that was seen.' }),
    }),
    subject: null,
    edit: ({ relationship, expectedVersion }) =>
      unrelate({ relationship: readRelationshipId(relationship), expectedVersion }),
  });
}
