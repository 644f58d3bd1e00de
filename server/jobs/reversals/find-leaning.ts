import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NodeId } from '../../../schema/ids.ts';
import type { RecordId } from '../../edits/asking.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { pagesResting } from '../answer-edit.ts';

interface Leaning {
  /** Nodes that would be removed, and the documents among them. */
  readonly going: readonly NodeId[];
  readonly documents: readonly NodeId[];
  /** Records that do not count. */
  readonly apart: ReadonlySet<RecordId>;
  readonly signal: AbortSignal;
}

/** Nodes whose relationships are asked for at a time, and the relationships that one answer may bring. */
const BATCH = 200;
const ADJACENT_LIMIT = 50_000;
/** Pieces of evidence in a document that are read in one go. */
const PAGE = 100;

/**
 * The relationships that touch nodes which would be removed, and the records with evidence in such documents, but those
 * apart. A record may come more than once. Of nodes with more relationships than one answer brings, the rest is left to
 * the store, which removes no node that one of them touches.
 */
export async function* findLeaning(
  source: Pick<GraphStore, 'adjacent' | 'read'>,
  { going, documents, apart, signal }: Leaning,
): AsyncGenerator<RecordId> {
  for (let start = 0; start < going.length; start += BATCH) {
    signal.throwIfAborted();
    const question = { types: null, among: false, limit: ADJACENT_LIMIT };
    const of = going.slice(start, start + BATCH);
    for (const { id } of (await source.adjacent({ ...question, of })).relationships)
      if (!apart.has(id)) yield id;
    await nextTurn();
  }
  for (const document of documents)
    for await (const page of pagesResting(source, document, PAGE)) {
      signal.throwIfAborted();
      for (const id of page) if (!apart.has(id)) yield id;
      await nextTurn();
    }
}
