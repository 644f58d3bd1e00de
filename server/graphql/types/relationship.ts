import { relationshipPropertyNames } from '../../../schema/properties.ts';
import { relationshipFields } from '../fields/relationship-facts.ts';
import { present } from '../lists/connections.ts';
import { reads } from '../plan/reads.ts';
import { EntityRef, NodeRef, RelationshipRef } from '../refs.ts';

/** Adds the relationship as it stands outside a connection: with both of its ends. */
export function addRelationshipType(): void {
  RelationshipRef.implement({
    description: 'What joins two nodes. `from` and `to` are the time for which it held, the ends are nodes.',
    interfaces: [NodeRef],
    fields: (t) => ({
      ...relationshipFields(t, {
        treeOf: (tree) => tree,
        properties: relationshipPropertyNames,
        directionOf: () => 'out',
      }),
      version: t.int({ resolve: ({ relationship }) => relationship.version }),
      start: t.field({
        type: EntityRef,
        ...reads({ kind: 'end', end: 'from' }),
        resolve: ({ from }) => present(from),
      }),
      end: t.field({
        type: EntityRef,
        ...reads({ kind: 'end', end: 'to' }),
        resolve: ({ to }) => present(to),
      }),
    }),
  });
}
