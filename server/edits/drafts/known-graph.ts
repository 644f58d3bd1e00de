import { type NodeId, parseRelationshipId } from '../../../schema/ids.ts';
import type { GraphRelationship } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import { groupRecords } from '../../store/settle-change.ts';
import type { Asking, RecordId } from '../asking.ts';
import { isNodeGroup, isRelationshipGroup, type NodeGroup } from './record-groups.ts';

/**
 * The part of the graph that an edit has read so far. Each thing is asked for once: an id, the relationships of a
 * node and type, what rests on a document.
 */
export class KnownGraph {
  readonly #groups = new Map<RecordId, JournalRecord>();
  readonly #asked = new Set<string>();
  readonly #standsFor = new Map<string, NodeId>();

  /** The record as it stands, whole; undefined where there is none or it was not asked for. */
  get(id: RecordId): JournalRecord | undefined {
    return this.#groups.get(id);
  }

  /** The same, or the survivor where it was merged. */
  find(id: RecordId): JournalRecord | undefined {
    return this.#groups.get(this.#standsFor.get(id) ?? id);
  }

  node(id: NodeId): NodeGroup | undefined {
    const group = this.find(id);
    return group && isNodeGroup(group) ? group : undefined;
  }

  /** The id itself, or that of the node that it was merged into. */
  survivorOf(id: NodeId): NodeId {
    return this.#standsFor.get(id) ?? id;
  }

  all(): IterableIterator<JournalRecord> {
    return this.#groups.values();
  }

  get size(): number {
    return this.#groups.size;
  }

  /** The relationships that touch the node, of those that were read. */
  relationshipsOf(id: NodeId): GraphRelationship[] {
    return [...this.#groups.values()]
      .filter(isRelationshipGroup)
      .map(({ record }) => record)
      .filter(({ from, to }) => from === id || to === id);
  }

  *readRecords(ids: Iterable<RecordId>): Asking<void> {
    const fresh = [...new Set(ids)].filter((id) => this.#isNew(id));
    if (fresh.length > 0) this.#take(yield { kind: 'records', ids: fresh });
  }

  *readTouching(ids: Iterable<NodeId>, types: readonly RelationshipType[] | null): Asking<void> {
    const mark = types ? types.join(' ') : 'all';
    const of = [...new Set(ids)].filter((id) => this.#isNew(`${id} touched by ${mark}`));
    if (of.length > 0) this.#take(yield { kind: 'touching', of, types, among: false });
  }

  /** The relationships of these types that join two of the nodes. */
  *readAmong(of: readonly NodeId[], types: readonly RelationshipType[]): Asking<void> {
    if (of.length > 0 && types.length > 0) this.#take(yield { kind: 'touching', of, types, among: true });
  }

  /** Only what joins the two, since one of them may have thousands of others. */
  *readBetween(from: NodeId, to: NodeId, type: RelationshipType): Asking<void> {
    const of = [...new Set([from, to])];
    if (this.#isNew(`${from} ${type} ${to}`))
      this.#take(yield { kind: 'touching', of, types: [type], among: true });
  }

  /** The records that rest on the document. */
  *readResting(document: NodeId): Asking<readonly RecordId[]> {
    const answer = yield { kind: 'resting', document };
    this.#take(answer);
    return [...answer.records.nodes, ...answer.records.relationships].map(({ id }) => id);
  }

  #isNew(mark: string): boolean {
    if (this.#asked.has(mark) || this.#groups.has(mark as RecordId)) return false;
    this.#asked.add(mark);
    return true;
  }

  #take({
    records,
    standsFor,
  }: {
    records: Parameters<typeof groupRecords>[0];
    standsFor: ReadonlyMap<string, NodeId>;
  }) {
    for (const [id, group] of groupRecords(records)) this.#groups.set(id, group);
    for (const [old, survivor] of standsFor) this.#standsFor.set(old, survivor);
  }
}

export function isRelationshipId(id: RecordId): boolean {
  return parseRelationshipId(id) !== null;
}
