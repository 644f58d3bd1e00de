import type { NodeId } from '../../schema/ids.ts';
import { type NodeType, nodeTypeNames } from '../../schema/node-types.ts';
import type { Exploration, ShownNode } from '../exploration/exploration.ts';
import { inspectionOfJudgements, isVisible } from '../exploration/visible.ts';

/** A node in the outline; the judgements of an inspection stand below it. */
interface OutlineItem {
  readonly node: ShownNode;
  readonly below: readonly ShownNode[];
}

interface OutlineGroup {
  readonly type: NodeType;
  readonly items: readonly OutlineItem[];
}

export interface OutlineContents {
  readonly groups: readonly OutlineGroup[];
  /** On the canvas, but not to be seen: hidden by hand. */
  readonly hidden: readonly ShownNode[];
}

/** What is on the canvas as a list: by type in the order of the table, within a type by date and then by name. */
export function listOutline(state: Exploration): OutlineContents {
  const inspectionOf = inspectionOfJudgements(state);
  const below = new Map<NodeId, ShownNode[]>();
  const top: ShownNode[] = [];
  for (const node of state.nodes.values()) {
    if (!isVisible(state, node.record.id)) continue;
    const inspection = inspectionOf.get(node.record.id);
    if (inspection && isVisible(state, inspection))
      below.set(inspection, [...(below.get(inspection) ?? []), node]);
    else top.push(node);
  }
  return {
    groups: nodeTypeNames
      .map((type) => ({
        type,
        items: top
          .filter(({ record }) => record.type === type)
          .sort(byDateAndName)
          .map((node) => ({ node, below: (below.get(node.record.id) ?? []).sort(byDateAndName) })),
      }))
      .filter(({ items }) => items.length > 0),
    hidden: [...state.hidden].flatMap((id) => state.nodes.get(id) ?? []).sort(byDateAndName),
  };
}

function byDateAndName(a: ShownNode, b: ShownNode): number {
  const [first, second] = [a.record.properties, b.record.properties];
  return (
    (first.date?.earliest ?? '9999').localeCompare(second.date?.earliest ?? '9999') ||
    first.name.localeCompare(second.name, 'en')
  );
}
