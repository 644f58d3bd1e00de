import type { NodeType } from '../../schema/node-types.ts';
import { type Direction, type RelationshipType, relationshipTypes } from '../../schema/relationship-types.ts';
import type { Neighbour, NodeDetail } from '../api/detail.ts';

export interface RelationGroup {
  readonly key: string;
  readonly type: RelationshipType;
  readonly direction: Direction;
  /** As in “was inspected in”. */
  readonly words: string;
  readonly neighbours: readonly Neighbour[];
}

/** Relationships that the inspector shows in a place of their own, by the type of the node. */
const shownElsewhere: Partial<Record<NodeType, readonly RelationshipType[]>> = {
  Inspection: ['JUDGED'],
  Quote: ['SAID', 'ABOUT', 'QUOTED_IN'],
  Person: ['HOLDS_POST'],
  Organisation: ['HOLDS_POST'],
};

/** The relationships of a node, grouped by type and direction; within a group by date, undated last. */
export function listRelations({ node, neighbours }: NodeDetail): readonly RelationGroup[] {
  const left = shownElsewhere[node.record.type] ?? [];
  const groups = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours) {
    if (left.includes(neighbour.type)) continue;
    const key = `${neighbour.type} ${neighbour.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), neighbour]);
  }
  return [...groups].map(([key, members]) => {
    const [type, direction] = key.split(' ') as [RelationshipType, Direction];
    const { says } = relationshipTypes[type];
    return {
      key,
      type,
      direction,
      words: direction === 'out' ? says.forward : says.backward,
      neighbours: sortByDate(members),
    };
  });
}

function sortByDate(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  const day = ({ node }: Neighbour) => node.record.properties.date?.earliest ?? '9999';
  return neighbours.toSorted((a, b) => day(a).localeCompare(day(b)));
}

export function neighboursBy(
  { neighbours }: NodeDetail,
  type: RelationshipType,
  direction: Direction,
): readonly Neighbour[] {
  return neighbours.filter((neighbour) => neighbour.type === type && neighbour.direction === direction);
}
