import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NodeId } from '../../../schema/ids.ts';
import type { GraphRecords } from '../../../schema/records.ts';
import type { RecordId } from '../../edits/asking.ts';
import { completeDraft } from '../../edits/drafts/complete-draft.ts';
import { KnownGraph } from '../../edits/drafts/known-graph.ts';
import { orderByCitation } from '../../edits/drafts/order-by-citation.ts';
import { ungroupRecords } from '../../edits/drafts/record-groups.ts';
import type { GraphStore, JournalItem, JournalRecord, PartWriter } from '../../store/graph-store.ts';
import { driveEdit, type EditSource } from '../answer-edit.ts';
import type { Place, ReversalPlan } from './plan-reversal.ts';

interface Reverting {
  readonly signal: AbortSignal;
  /** Steps that were done, and all that there are: each record that goes, comes or is settled is one. */
  readonly tell: (done: number, total: number) => void;
}

/** Records of one part: the embedded store writes them in one go, in which nobody else is answered. */
const PART = 100;

const nothing: GraphRecords = { nodes: [], relationships: [], evidence: [], statements: [] };

/**
 * Does what the plan says, part by part, in an order in which every part keeps the rules of the store: relationships go
 * before what they join, documents come before and go after what rests on them. What follows from other values is
 * settled in the end, from all that is there then.
 */
export async function revertInParts(
  store: EditSource,
  parts: PartWriter,
  plan: ReversalPlan,
  { signal, tell }: Reverting,
): Promise<void> {
  const { putDocuments, removeDocuments } = plan;
  const total = plan.records + plan.settle.size;
  let done = 0;
  const step = async (count: number) => {
    done += count;
    tell(done, total);
    await nextTurn();
    signal.throwIfAborted();
  };
  const remove = async (ids: readonly RecordId[]) => {
    await parts.put({ put: nothing, remove: ids });
    await step(ids.length);
  };
  const put = async (places: readonly Place[]) => {
    for await (const records of readBefore(store, places)) {
      await parts.put({ put: ungroupRecords(records), remove: [] });
      await step(records.length);
    }
  };
  for (const ids of batchesOf(plan.removeRelationships)) await remove(ids);
  const cited = new Map([...putDocuments].map(([id, { cites }]) => [id, cites]));
  for (const group of joinGroups(orderByCitation(cited))) {
    const records = await readTogether(
      store,
      group.flatMap((id) => putDocuments.get(id)?.place ?? []),
    );
    await parts.put({ put: ungroupRecords(records), remove: [] });
    await step(records.length);
  }
  await put(plan.putNodes);
  await put(plan.putRelationships);
  for (const ids of batchesOf(plan.removeNodes)) await remove(ids);
  for (const group of joinGroups([...orderByCitation(removeDocuments)].reverse())) await remove(group);
  for (const ids of batchesOf(plan.settle)) {
    await settle(storeWith(store, parts), parts, ids, signal);
    await step(ids.length);
  }
}

/** The store with the change that is under way in it. */
function storeWith(store: EditSource, parts: PartWriter): EditSource {
  return {
    ...store,
    records: (ids) => parts.records(ids),
    adjacent: (question) => parts.adjacent(question),
  };
}

/** Puts what follows anew for these nodes, and for those around them that it follows for. */
async function settle(
  source: EditSource,
  parts: PartWriter,
  ids: readonly NodeId[],
  signal: AbortSignal,
): Promise<void> {
  const put = await driveEdit(source, settledAnew(ids), signal);
  await parts.put({ put, remove: [] });
}

function* settledAnew(ids: readonly NodeId[]) {
  const known = new KnownGraph();
  yield* known.readRecords(ids);
  const there = ids.flatMap((id) => known.get(id) ?? []);
  const put = new Map(there.map((group) => [group.record.id, group] as const));
  return yield* completeDraft({ put, remove: new Set(), touch: new Set(), redirects: [] }, known);
}

/** What the items at these places were before, some at a time; the places are in the order of the journal. */
async function* readBefore(
  store: Pick<GraphStore, 'journalItems'>,
  places: readonly Place[],
): AsyncGenerator<readonly JournalRecord[]> {
  for (let start = 0; start < places.length; ) {
    const first = places[start];
    if (!first) return;
    const { sequence, ordinal } = first;
    const items = await store.journalItems({ sequence, after: ordinal - 1, limit: PART });
    const byOrdinal = new Map(items.map((item) => [item.ordinal, item]));
    const found: JournalItem[] = [];
    for (let place = places[start]; place?.sequence === sequence; place = places[++start]) {
      const item = byOrdinal.get(place.ordinal);
      if (!item) break;
      found.push(item);
    }
    if (found.length === 0) throw new Error(`item ${ordinal} of entry ${sequence} is gone`);
    yield found.flatMap(({ before }) => before ?? []);
  }
}

async function readTogether(
  store: Pick<GraphStore, 'journalItems'>,
  places: readonly Place[],
): Promise<readonly JournalRecord[]> {
  const found: JournalRecord[] = [];
  for (const { sequence, ordinal } of places)
    for (const { before } of await store.journalItems({ sequence, after: ordinal - 1, limit: 1 }))
      if (before) found.push(before);
  return found;
}

function* batchesOf<Id>(ids: Iterable<Id>): Generator<readonly Id[]> {
  let batch: Id[] = [];
  for (const id of ids) {
    batch.push(id);
    if (batch.length < PART) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Lists in their order, gathered to parts; none is divided. */
function* joinGroups<Id>(groups: readonly (readonly Id[])[]): Generator<readonly Id[]> {
  let joined: Id[] = [];
  for (const group of groups) {
    if (joined.length > 0 && joined.length + group.length > PART) {
      yield joined;
      joined = [];
    }
    joined.push(...group);
  }
  if (joined.length > 0) yield joined;
}
