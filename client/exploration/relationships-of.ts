import type { NodeId } from '../../schema/ids.ts';
import { afterShared } from './after-shared.ts';
import type { Exploration, ShownRelationship } from './exploration.ts';

type Relationships = Exploration['relationships'];
type Index = ReadonlyMap<NodeId, readonly ShownRelationship[]>;

const NONE: readonly ShownRelationship[] = [];

interface Indexed {
  readonly relationships: Relationships;
  readonly index: Index;
  /** From what it was changed, and of which nodes the lists are others than there; null where it was made whole. */
  readonly since: { readonly before: Relationships; readonly touched: ReadonlySet<NodeId> } | null;
}

const indexes = new WeakMap<Relationships, Indexed>();
/** What was indexed last, from which the next mostly differs by little. */
let latest: Indexed | null = null;

/**
 * The relationships on the view that touch the node, whether they can be seen or not. It is the same list for as long
 * as they are the same, whatever comes and goes elsewhere, so that what rests on it need not be worked out anew.
 */
export function relationshipsOf(
  { relationships }: Pick<Exploration, 'relationships'>,
  id: NodeId,
): readonly ShownRelationship[] {
  return indexOf(relationships).index.get(id) ?? NONE;
}

/** The nodes whose lists are others now than they were then; null where it is not known and all may be. */
export function touchedSince(before: Relationships, now: Relationships): ReadonlySet<NodeId> | null {
  if (before === now) return new Set();
  const { since } = indexOf(now);
  return since?.before === before ? since.touched : null;
}

function indexOf(relationships: Relationships): Indexed {
  const known = indexes.get(relationships);
  if (known) return known;
  const indexed = (latest && changeIndex(latest, relationships)) ?? {
    relationships,
    index: indexByEnd(relationships.values()),
    since: null,
  };
  indexes.set(relationships, indexed);
  latest = indexed;
  return indexed;
}

/**
 * The relationships of now, with the lists of before for all nodes that no change touches. Null where those that are
 * left stand in another order, as undoing may bring them back, which all lists have to follow.
 */
function changeIndex({ relationships: before, index }: Indexed, now: Relationships): Indexed | null {
  const all = [...now.values()];
  const { was: left, is: later } = afterShared([...before.values()], all);
  const isNew = (each: ShownRelationship) => before.get(each.record.id) !== each;
  const isGone = (each: ShownRelationship) => now.get(each.record.id) !== each;
  const [gone, come] = [left.filter(isGone), later.filter(isNew)];
  const kept = left.filter((each) => !isGone(each));
  if (later.filter((each) => !isNew(each)).some((each, at) => each !== kept[at])) return null;
  const touched = new Set([...gone, ...come].flatMap(({ record }) => [record.from, record.to]));
  const joining = indexByEnd(come);
  // What came in among others stands among them.
  const among = kept.length === 0 ? null : indexByEnd(all.filter((each) => touches(touched, each)));
  const changed = new Map(index);
  for (const id of touched) {
    const left = () => (index.get(id) ?? NONE).filter((each) => !isGone(each));
    changed.set(id, among ? (among.get(id) ?? NONE) : [...left(), ...(joining.get(id) ?? NONE)]);
  }
  return { relationships: now, index: changed, since: { before, touched } };
}

function touches(ids: ReadonlySet<NodeId>, { record }: ShownRelationship): boolean {
  return ids.has(record.from) || ids.has(record.to);
}

function indexByEnd(relationships: Iterable<ShownRelationship>): Index {
  const index = new Map<NodeId, ShownRelationship[]>();
  const add = (id: NodeId, relationship: ShownRelationship) => {
    const known = index.get(id);
    if (known) known.push(relationship);
    else index.set(id, [relationship]);
  };
  for (const relationship of relationships) {
    const { from, to } = relationship.record;
    add(from, relationship);
    if (to !== from) add(to, relationship);
  }
  return index;
}
