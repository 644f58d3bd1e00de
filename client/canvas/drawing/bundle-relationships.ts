import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import type { Point, ShownRelationship } from '../../exploration/exploration.ts';
import type { DrawnRelationship } from './drawing.ts';

/** Longer lines than this, in pixels at zoom 1, are drawn fainter. */
const LONG = 420;

/**
 * The lines of the view: relationships between the same two nodes are one line with a count. Its ends are those of
 * the first of them, so that its words read along it.
 */
export function bundleRelationships(
  relationships: readonly ShownRelationship[],
  positions: ReadonlyMap<NodeId, Point>,
  selection: ReadonlySet<NodeId | RelationshipId>,
  isUpright: boolean,
): readonly DrawnRelationship[] {
  // A path that is selected must stand out from all else that its nodes are related to.
  const around = relationships.some(({ record }) => selection.has(record.id)) ? new Set<NodeId>() : selection;
  const bundles = new Map<string, ShownRelationship[]>();
  for (const relationship of relationships) {
    const { from, to } = relationship.record;
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(relationship);
    else bundles.set(key, [relationship]);
  }
  return [...bundles]
    .flatMap(([key, bundle]) => drawBundle(key, bundle, positions, { selection, around }) ?? [])
    .map((line) => ({ ...line, isUpright }));
}

function drawBundle(
  key: string,
  bundle: readonly ShownRelationship[],
  positions: ReadonlyMap<NodeId, Point>,
  { selection, around }: Record<'selection' | 'around', ReadonlySet<NodeId | RelationshipId>>,
): Omit<DrawnRelationship, 'isUpright'> | null {
  const [first] = bundle;
  if (!first) return null;
  const { from, to } = first.record;
  const [start, end] = [positions.get(from), positions.get(to)];
  if (!start || !end) return null;
  const ids = bundle.map(({ record }) => record.id);
  return {
    id: `line ${key}`,
    ids,
    from,
    to,
    label: sayBundle(bundle),
    isDashed: bundle.every(({ basis, record }) => basis !== 'stated' || record.type === 'CONDUCTED'),
    isSelected: ids.some((id) => selection.has(id)),
    isLit: around.has(from) || around.has(to),
    isLong: Math.hypot(end.x - start.x, end.y - start.y) > LONG,
  };
}

/** “inspected · 2 sources”, or “said, relayed” for several. */
function sayBundle(bundle: readonly ShownRelationship[]): string {
  const words = bundle.map(({ record }) => sayRelationship(record.type, 'out', record.properties));
  const distinct = [...new Set(words)];
  if (bundle.length > 1) return `${distinct.slice(0, 2).join(', ')} · ${bundle.length} relationships`;
  const sources = bundle[0]?.sources ?? 0;
  return sources > 1 ? `${distinct[0]} · ${sources} sources` : (distinct[0] ?? '');
}
