import { isEqual } from '../../exploration/is-equal.ts';
import { type Drawing, type DrawnNode, type DrawnRelationship, emptyDrawing } from './drawing.ts';

interface Difference<Drawn> {
  readonly added: readonly Drawn[];
  readonly changed: readonly Drawn[];
  readonly removed: readonly string[];
}

export interface DrawingDifference {
  readonly nodes: Difference<DrawnNode>;
  readonly relationships: Difference<DrawnRelationship>;
}

/**
 * What must be added to, changed and removed from the elements of one drawing to come to those of the other; a plain
 * drawing has no elements.
 */
export function diffDrawings(before: Drawing, after: Drawing): DrawingDifference {
  const [from, to] = [elementsOf(before), elementsOf(after)];
  return {
    nodes: diff<DrawnNode>(from.nodes, to.nodes),
    relationships: diff<DrawnRelationship>(from.relationships, to.relationships),
  };
}

function elementsOf(drawing: Drawing): Drawing {
  return drawing.isPlain ? emptyDrawing : drawing;
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
