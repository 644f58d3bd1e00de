import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { printCount } from '../../../schema/print-count.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import type { Point, ShownRelationship } from '../../exploration/exploration.ts';
import { isDashed } from '../../exploration/line-style.ts';
import { type DrawnRelationship, isLarge } from './drawing.ts';

/** Longer lines than this, in pixels at zoom 1, are drawn fainter. */
const LONG = 420;

/**
 * The lines of the view, none of them selected: relationships between the same two nodes are one line with a count.
 * Its ends are those of the first of them, so that its words read along it. `nodes` is how many are drawn.
 */
export function bundleRelationships(
  relationships: readonly ShownRelationship[],
  positions: ReadonlyMap<NodeId, Point>,
  { isUpright, nodes }: { readonly isUpright: boolean; readonly nodes: number },
): readonly DrawnRelationship[] {
  const bundles = new Map<string, ShownRelationship[]>();
  const busy = new Map<NodeId, number>();
  for (const relationship of relationships) {
    const { from, to } = relationship.record;
    const key = pairOf(relationship);
    const bundle = bundles.get(key);
    if (bundle) bundle.push(relationship);
    else bundles.set(key, [relationship]);
    busy.set(from, (busy.get(from) ?? 0) + 1);
    busy.set(to, (busy.get(to) ?? 0) + 1);
  }
  const isPlain = isLarge(nodes, bundles.size);
  return [...bundles].flatMap(([key, bundle]) => {
    const [first] = bundle;
    const [start, end] = [first && positions.get(first.record.from), first && positions.get(first.record.to)];
    if (!first || !start || !end) return [];
    const { from, to } = first.record;
    const quietEnd = (busy.get(from) ?? 0) <= (busy.get(to) ?? 0) ? 'from' : 'to';
    const bend = { quietEnd, isPlain, isUpright: isUpright && !isPlain } as const;
    return [sameLine(key, first, { bundle, start, end, ...bend })];
  });
}

const pairs = new WeakMap<ShownRelationship, string>();

/** The two ends, whichever way it leads: the same text object each time, which a map finds at once. */
function pairOf(relationship: ShownRelationship): string {
  const known = pairs.get(relationship);
  if (known !== undefined) return known;
  const { from, to } = relationship.record;
  const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
  pairs.set(relationship, pair);
  return pair;
}

interface Grounds extends Pick<DrawnRelationship, 'quietEnd' | 'isPlain' | 'isUpright'> {
  readonly bundle: readonly ShownRelationship[];
  readonly start: Point;
  readonly end: Point;
}

const drawnBefore = new WeakMap<
  ShownRelationship,
  { readonly grounds: Grounds; readonly line: DrawnRelationship }
>();

/** The line as it was drawn before where nothing about it has changed: its words cost more than all else. */
function sameLine(key: string, first: ShownRelationship, grounds: Grounds): DrawnRelationship {
  const before = drawnBefore.get(first);
  if (before && areSame(before.grounds, grounds)) return before.line;
  const line = drawBundle(key, first, grounds);
  drawnBefore.set(first, { grounds, line });
  return line;
}

function areSame(one: Grounds, other: Grounds): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.quietEnd === other.quietEnd &&
    one.isPlain === other.isPlain &&
    one.isUpright === other.isUpright &&
    one.bundle.length === other.bundle.length &&
    one.bundle.every((each, index) => each === other.bundle[index])
  );
}

/** The lines with those lit that touch the selection; what is not touched stays the same object. */
export function lightLines(
  lines: readonly DrawnRelationship[],
  selection: ReadonlySet<NodeId | RelationshipId>,
): readonly DrawnRelationship[] {
  if (selection.size === 0) return lines;
  const isOn = ({ ids }: DrawnRelationship) => ids.some((id) => selection.has(id));
  // A path that is selected must stand out from all else that its nodes are related to.
  const around = lines.some(isOn) ? new Set<NodeId | RelationshipId>() : selection;
  return lines.map((line) => {
    const isSelected = isOn(line);
    const isLit = around.has(line.from) || around.has(line.to);
    return isSelected || isLit ? { ...line, isSelected, isLit } : line;
  });
}

function drawBundle(
  key: string,
  { record: { from, to } }: ShownRelationship,
  { bundle, start, end, quietEnd, isPlain, isUpright }: Grounds,
): DrawnRelationship {
  const what = sayBundle(bundle);
  return {
    id: `line ${key}`,
    ids: bundle.map(({ record }) => record.id),
    from,
    to,
    what,
    label: `${what}${sayNumber(bundle)}`,
    sources: bundle.reduce((sum, { sources }) => sum + sources, 0),
    isDisputed: bundle.some(({ record }) => record.disputed.length > 0),
    isDashed: bundle.every(isDashed),
    isDotted: false,
    isSelected: false,
    isLit: false,
    isLong: Math.hypot(end.x - start.x, end.y - start.y) > LONG,
    quietEnd,
    isPlain,
    isUpright,
  };
}

/** “inspected”, or “said, relayed” for several. */
function sayBundle(bundle: readonly ShownRelationship[]): string {
  const words = bundle.map(({ record }) => sayRelationship(record.type, 'out', record.properties));
  return [...new Set(words)].slice(0, 2).join(', ');
}

/** “ · 2 sources” of one that has several, “ · 3 relationships” of several; nothing of one with one. */
function sayNumber(bundle: readonly ShownRelationship[]): string {
  if (bundle.length > 1) return ` · ${printCount(bundle.length)} relationships`;
  const sources = bundle[0]?.sources ?? 0;
  return sources > 1 ? ` · ${printCount(sources)} sources` : '';
}
