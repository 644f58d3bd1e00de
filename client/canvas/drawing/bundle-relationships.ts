import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import { printCount } from '../../../schema/print-count.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import { afterShared } from '../../exploration/after-shared.ts';
import type { Point, ShownRelationship } from '../../exploration/exploration.ts';
import { keysChanged } from '../../exploration/keys-changed.ts';
import { isDashed } from '../../exploration/line-style.ts';
import { type DrawnRelationship, isLarge } from './drawing.ts';

/** Longer lines than this, in pixels at zoom 1, are drawn fainter. */
const LONG = 420;

interface Around {
  readonly positions: ReadonlyMap<NodeId, Point>;
  readonly isPlain: boolean;
  readonly isUpright: boolean;
}

/** Relationships by the two nodes that they are between, in the order in which each two first come. */
type Bundles = ReadonlyMap<string, readonly ShownRelationship[]>;

interface Bundled {
  readonly relationships: readonly ShownRelationship[];
  readonly bundles: Bundles;
  /** How many relationships meet at each node. */
  readonly busy: ReadonlyMap<NodeId, number>;
  readonly around: Around;
  /** None where an end has no place. */
  readonly lines: ReadonlyMap<string, DrawnRelationship>;
}

/** What was bundled last, of which most stays. */
let latest: Bundled = {
  relationships: [],
  bundles: new Map(),
  busy: new Map(),
  around: { positions: new Map(), isPlain: false, isUpright: false },
  lines: new Map(),
};

/**
 * The lines of the view, none of them selected: relationships between the same two nodes are one line with a count.
 * Its ends are those of the first of them, so that its words read along it. `nodes` is how many are drawn.
 */
export function bundleRelationships(
  relationships: readonly ShownRelationship[],
  positions: ReadonlyMap<NodeId, Point>,
  { isUpright, nodes }: { readonly isUpright: boolean; readonly nodes: number },
): readonly DrawnRelationship[] {
  const before = latest;
  const { was: gone, is: come } = afterShared(before.relationships, relationships);
  const change = { gone, come };
  const bundles = bundle(before.bundles, change);
  const busy = countEnds(before.busy, change);
  const isPlain = isLarge(nodes, bundles.size);
  const around = { positions, isPlain, isUpright: isUpright && !isPlain };
  const touched = touchedBy(change, before.around, around);
  const lines = new Map<string, DrawnRelationship>();
  for (const [key, each] of bundles) {
    const [first] = each;
    if (!first) continue;
    const { from, to } = first.record;
    const kept = touched && !touched.has(from) && !touched.has(to) ? before.lines.get(key) : undefined;
    const line = kept ?? lineOf(key, first, { bundle: each, busy, around });
    if (line) lines.set(key, line);
  }
  latest = { relationships, bundles, busy, around, lines };
  return [...lines.values()];
}

interface Change {
  readonly gone: readonly ShownRelationship[];
  readonly come: readonly ShownRelationship[];
}

function bundle(before: Bundles, { gone, come }: Change): Bundles {
  const bundles = new Map(before);
  const without = new Set(gone);
  for (const key of new Set(gone.map(pairOf))) {
    const left = (before.get(key) ?? []).filter((each) => !without.has(each));
    if (left.length > 0) bundles.set(key, left);
    else bundles.delete(key);
  }
  for (const relationship of come) {
    const key = pairOf(relationship);
    const known = bundles.get(key);
    bundles.set(key, known ? [...known, relationship] : [relationship]);
  }
  return bundles;
}

function countEnds(before: Bundled['busy'], { gone, come }: Change): Bundled['busy'] {
  const busy = new Map(before);
  const add = (relationship: ShownRelationship, more: number) => {
    const { from, to } = relationship.record;
    busy.set(from, (busy.get(from) ?? 0) + more);
    busy.set(to, (busy.get(to) ?? 0) + more);
  };
  for (const each of gone) add(each, -1);
  for (const each of come) add(each, 1);
  return busy;
}

/** The nodes whose lines may be others: where relationships came or went, and what has moved. Null for all. */
function touchedBy({ gone, come }: Change, before: Around, now: Around): ReadonlySet<NodeId> | null {
  if (before.isPlain !== now.isPlain || before.isUpright !== now.isUpright) return null;
  const touched = new Set(keysChanged(before.positions, now.positions));
  for (const { record } of [...gone, ...come]) touched.add(record.from).add(record.to);
  return touched;
}

interface BundleAround extends Pick<Bundled, 'busy' | 'around'> {
  readonly bundle: readonly ShownRelationship[];
}

function lineOf(
  key: string,
  first: ShownRelationship,
  { bundle, busy, around: { positions, isPlain, isUpright } }: BundleAround,
): DrawnRelationship | null {
  const { from, to } = first.record;
  const [start, end] = [positions.get(from), positions.get(to)];
  if (!start || !end) return null;
  const quietEnd = (busy.get(from) ?? 0) <= (busy.get(to) ?? 0) ? 'from' : 'to';
  return sameLine(key, first, { bundle, start, end, quietEnd, isPlain, isUpright });
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
