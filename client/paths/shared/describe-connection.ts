import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import type { SharedConnection } from './shared-connection.ts';

interface DescribedRelationship {
  readonly id: RelationshipId;
  /** “was inspected in”, read from the shared node. */
  readonly says: string;
  readonly far: NodeId;
  readonly farName: string;
  /** “2 sources: Name of a document; name of another”, or that it is in no document. */
  readonly sources: string;
}

/** The relationships of a shared node to those that were asked about, in the order in which these were chosen. */
export function describeConnection(
  { node, relationships, connects }: SharedConnection,
  nameOf: (id: NodeId) => string,
): readonly DescribedRelationship[] {
  const { id } = node.record;
  return relationships
    .map(({ record, sources, documents }) => {
      const isOut = record.from === id;
      const far = isOut ? record.to : record.from;
      const names = documents.map(({ name }) => name).join('; ') || 'in no document of the graph';
      return {
        id: record.id,
        says: sayRelationship(record.type, isOut ? 'out' : 'in', record.properties),
        far,
        farName: nameOf(far),
        sources: `${sources} ${sources === 1 ? 'source' : 'sources'}: ${names}`,
      };
    })
    .sort((a, b) => connects.indexOf(a.far) - connects.indexOf(b.far));
}
