import type { GraphRelationship } from '../../schema/records.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import type { Exploration } from './exploration.ts';

/** “Anthony Douglas was chief executive of Cafcass”. */
export function nameRelationship({ nodes }: Pick<Exploration, 'nodes'>, record: GraphRelationship): string {
  const [from, to] = [record.from, record.to].map((end) => nodes.get(end)?.record.properties.name ?? end);
  return `${from} ${sayRelationship(record.type, 'out', record.properties)} ${to}`;
}
