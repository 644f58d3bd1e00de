import { isEqual } from '../../exploration/is-equal.ts';
import type { Drawing, DrawnNode, DrawnRelationship } from './drawing.ts';

interface Difference<Drawn> {
  readonly added: readonly Drawn[];
  readonly changed: readonly Drawn[];
  readonly removed: readonly string[];
}

export interface DrawingDifference {
  readonly nodes: Difference<DrawnNode>;
  readonly relationships: Difference<DrawnRelationship>;
}

/** What must be added, changed and removed to come from one drawing to the other. */
export function diffDrawings(before: Drawing, after: Drawing): DrawingDifference {
  return {
    nodes: diff<DrawnNode>(before.nodes, after.nodes),
    relationships: diff<DrawnRelationship>(before.relationships, after.relationships),
  };
}

function diff<Drawn>(
  before: ReadonlyMap<string, Drawn>,
  after: ReadonlyMap<string, Drawn>,
): Difference<Drawn> {
  const added: Drawn[] = [];
  const changed: Drawn[] = [];
  for (const [id, drawn] of after) {
    const known = before.get(id);
    if (known === undefined) added.push(drawn);
    else if (!isEqual(known, drawn)) changed.push(drawn);
  }
  return { added, changed, removed: [...before.keys()].filter((id) => !after.has(id)) };
}
