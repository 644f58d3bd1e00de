import type { NodeId } from '../../../schema/ids.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import type { RecordId } from '../asking.ts';
import type { Draft, EditResult } from '../edit.ts';
import type { KnownGraph } from './known-graph.ts';

/** Gathers what an action puts and removes; what it reads is the graph as the action has left it so far. */
export class DraftBuilder {
  readonly #known: KnownGraph;
  readonly #put = new Map<RecordId, JournalRecord>();
  readonly #remove = new Set<RecordId>();
  readonly #touch = new Set<RecordId>();
  readonly #redirects: Draft['redirects'][number][] = [];

  constructor(known: KnownGraph) {
    this.#known = known;
  }

  /** The record as the action has it by now; undefined where it is not there or removed. */
  get(id: RecordId): JournalRecord | undefined {
    return this.#remove.has(id) ? undefined : (this.#put.get(id) ?? this.#known.get(id));
  }

  put(group: JournalRecord): void {
    this.#put.set(group.record.id, group);
  }

  remove(id: RecordId): void {
    this.#put.delete(id);
    this.#remove.add(id);
  }

  /** Puts the record as it is and counts its version on: what is linked to it has changed. */
  touch(id: RecordId): void {
    const group = this.get(id);
    if (!group) return;
    this.put(group);
    this.#touch.add(id);
  }

  redirect(from: NodeId, to: NodeId | null): void {
    this.#redirects.push({ from, to });
  }

  /** What is put so far. */
  all(): readonly JournalRecord[] {
    return [...this.#put.values()];
  }

  result(): EditResult {
    const draft = { put: this.#put, remove: this.#remove, touch: this.#touch, redirects: this.#redirects };
    return { kind: 'draft', draft, known: this.#known };
  }
}
