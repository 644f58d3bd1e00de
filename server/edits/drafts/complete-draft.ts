import type { NodeId } from '../../../schema/ids.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import { completeUntilStable } from '../../graph/complete-until-stable.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import { groupRecords } from '../../store/settle-change.ts';
import type { Asking, RecordId } from '../asking.ts';
import type { Draft } from '../edit.ts';
import { isRelationshipId, type KnownGraph } from './known-graph.ts';
import { isNodeGroup, isRelationshipGroup, ungroupRecords } from './record-groups.ts';

/** Records that one edit may settle anew, with what they lean on; more are the work of an import. */
const RECORD_LIMIT = 20_000;

/** Over these relationships dates are derived; what is derived stands at the far end from its source. */
export const derivedEnds: ReadonlyMap<RelationshipType, readonly ('from' | 'to')[]> = new Map([
  ['JUDGED', ['from', 'to']],
  ['FOUND', ['to']],
  ['RECOMMENDED', ['to']],
  ['QUOTED_IN', ['from']],
  ['STATED', ['to']],
]);
const leaning = [...derivedEnds.keys()];

/** The whole edit would touch more than one edit may. */
export class EditTooLarge extends Error {
  override readonly name = 'EditTooLarge';
}

/**
 * The draft with every derived value settled, as loading the records that it leaves would have settled them: its own
 * records, and those around them whose dates, grades, standings and disputes follow from what it changes. Reads what
 * that takes and no more. Throws `EditTooLarge` past the limit.
 */
export function* completeDraft(draft: Draft, known: KnownGraph): Asking<GraphRecords> {
  const around = new Surroundings(draft, known);
  yield* around.begin();
  for (;;) {
    yield* around.readInputs();
    const completed = around.complete();
    if (!(yield* around.growBy(completed))) return around.pick(completed);
  }
}

/** What an edit affects: it only ever grows, until nothing more follows from it. */
class Surroundings {
  readonly #draft: Draft;
  readonly #known: KnownGraph;
  readonly #affected: Set<RecordId>;
  readonly #spread = new Set<string>();

  constructor(draft: Draft, known: KnownGraph) {
    this.#draft = draft;
    this.#known = known;
    this.#affected = new Set(draft.put.keys());
  }

  /** Begins at the records of the draft and the ends of relationships that come, go or move. */
  *begin(): Asking<void> {
    const { put, remove } = this.#draft;
    yield* this.#known.readRecords([...put.keys(), ...remove]);
    for (const id of [...put.keys(), ...remove])
      for (const group of [this.#known.get(id), put.get(id)])
        if (group && isRelationshipGroup(group)) this.#affectEnds(group.record);
  }

  /** Reads what the derived values of all that is affected depend on. */
  *readInputs(): Asking<void> {
    for (let before = -1; before !== this.#affected.size; ) {
      before = this.#affected.size;
      yield* this.#known.readRecords(this.#affected);
      const nodes = this.#affectedNodes();
      const inspections = nodes.filter(({ type }) => type === 'Inspection');
      yield* this.#known.readTouching(ids(inspections), ['JUDGED']);
      const derived = nodes.filter(({ type }) => type !== 'Inspection' && type !== 'Document');
      yield* this.#known.readTouching(ids(derived), leaning);
      const together = this.#relationships().filter(
        ({ type, from, to }) => type === 'JUDGED' && (this.#affected.has(from) || this.#affected.has(to)),
      );
      for (const { from, to } of together) this.#affect(from, to);
    }
    const evidence = [...this.#affected].flatMap((id) => this.#after(id)?.evidence ?? []);
    yield* this.#known.readRecords(evidence.flatMap(({ document }) => document ?? []));
    if (this.#known.size > RECORD_LIMIT)
      throw new EditTooLarge(`the change would touch more than ${RECORD_LIMIT} records`);
  }

  /**
   * Everything that is affected, completed. What is only read for it stands without statements, so that it keeps the
   * values that it has: not all that those rest on was read.
   */
  complete(): ReadonlyMap<RecordId, JournalRecord> {
    const groups = new Map<RecordId, JournalRecord>();
    for (const id of this.#everyId()) {
      const group = this.#after(id);
      if (group) groups.set(id, this.#affected.has(id) ? group : { ...group, evidence: [], statements: [] });
    }
    return groupRecords(completeUntilStable(ungroupRecords(groups.values())));
  }

  /** Adds what follows from values that have changed; false where nothing does. */
  *growBy(completed: ReadonlyMap<RecordId, JournalRecord>): Asking<boolean> {
    const before = this.#affected.size;
    for (const id of [...this.#affected]) {
      const [was, is] = [this.#known.get(id), completed.get(id)];
      if (!was || !is || !isNodeGroup(was) || !isNodeGroup(is)) continue;
      const node = is.record;
      if (node.type === 'Inspection' && dateOf(was.record, 'date') !== dateOf(node, 'date'))
        yield* this.#affectAlong(node.id, ['JUDGED', 'FOUND', 'RECOMMENDED']);
      if (node.type !== 'Document') continue;
      const isDatedAnew = dateOf(was.record, 'publishedOn') !== dateOf(node, 'publishedOn');
      if (isDatedAnew) yield* this.#affectAlong(node.id, ['QUOTED_IN', 'STATED']);
      if (isDatedAnew || was.record.properties.standing !== node.properties.standing)
        yield* this.#affectResting(node.id);
    }
    return this.#affected.size > before;
  }

  /** What is to be put: the records of the draft first, then what is settled anew around them. */
  pick(completed: ReadonlyMap<RecordId, JournalRecord>): GraphRecords {
    const picked = [...this.#affected].flatMap((id) => completed.get(id) ?? []);
    return ungroupRecords(picked);
  }

  *#affectAlong(id: NodeId, types: readonly RelationshipType[]): Asking<void> {
    yield* this.#known.readTouching([id], types);
    for (const relationship of this.#relationships())
      if (types.includes(relationship.type) && (relationship.from === id || relationship.to === id))
        this.#affectEnds(relationship);
  }

  *#affectResting(id: NodeId): Asking<void> {
    if (this.#spread.has(id)) return;
    this.#spread.add(id);
    this.#affect(...(yield* this.#known.readResting(id)));
  }

  #affectEnds(relationship: GraphRelationship): void {
    for (const end of derivedEnds.get(relationship.type) ?? []) this.#affect(relationship[end]);
  }

  #affect(...records: readonly RecordId[]): void {
    for (const id of records) if (!this.#draft.remove.has(id)) this.#affected.add(id);
  }

  #affectedNodes(): GraphNode[] {
    return [...this.#affected].flatMap((id) => {
      const group = this.#after(id);
      return group && isNodeGroup(group) ? [group.record] : [];
    });
  }

  /** The relationships as the draft leaves them, of those that were read. */
  #relationships(): GraphRelationship[] {
    return this.#everyId().flatMap((id) => {
      const group = isRelationshipId(id) ? this.#after(id) : undefined;
      return group && isRelationshipGroup(group) ? [group.record] : [];
    });
  }

  #everyId(): RecordId[] {
    return [
      ...new Set([...this.#draft.put.keys(), ...[...this.#known.all()].map(({ record }) => record.id)]),
    ];
  }

  #after(id: RecordId): JournalRecord | undefined {
    return this.#draft.remove.has(id) ? undefined : (this.#draft.put.get(id) ?? this.#known.get(id));
  }
}

function dateOf({ properties }: GraphNode, property: 'date' | 'publishedOn'): string | undefined {
  return properties[property]?.edtf;
}

function ids(nodes: readonly GraphNode[]): NodeId[] {
  return nodes.map(({ id }) => id);
}
