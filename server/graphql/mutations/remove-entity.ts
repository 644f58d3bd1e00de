import { removeEntity } from '../../edits/actions/remove-entity.ts';
import { readNodeId } from '../plan/node-selections.ts';
import { addMutation } from './frame/add-mutation.ts';

interface Given {
  readonly id: string;
  readonly expectedVersion: number;
  readonly withRelationships: boolean;
}

/** Adds the mutation that takes a node out of the graph. */
export function addRemoveEntity(): void {
  addMutation<Given>({
    name: 'removeEntity',
    says: 'Takes an entity out of the graph. A document on which facts rest stays until they rest on something else.',
    input: (t) => ({
      id: t.id({ required: true }),
      expectedVersion: t.int({ required: true, description: 'The version that was seen.' }),
      withRelationships: t.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether its relationships go with it; otherwise one that has any stays.',
      }),
    }),
    subject: null,
    edit: ({ id, expectedVersion, withRelationships }) =>
      removeEntity({ id: readNodeId(id), expectedVersion, withRelationships }),
  });
}
