import { ungroupRecords } from '../../server/edits/drafts/record-groups.ts';
import type { GraphStore, JournalRecord } from '../../server/store/graph-store.ts';
import type { RestoreLine } from '../../server/store/store-upkeep.ts';

/** Records of one part, and of one change: what a change holds must fit into Neo4j's memory for transactions. */
const PART = 2_000;
const CHANGE = 40_000;

/**
 * Loads a world into an empty store, some thousand records in memory at a time, and answers how many there were.
 * `restore` is the way of a restored export: one transaction, no journal. `parts` is the way of an import: changes of
 * 40,000 records each, settled by the rules of the store, with a journal.
 */
export async function loadWorld(
  store: GraphStore,
  world: Iterable<JournalRecord>,
  way: 'restore' | 'parts',
  tell: (records: number) => void = () => {},
): Promise<number> {
  return way === 'restore' ? restore(store, world, tell) : importInParts(store, world, tell);
}

async function restore(
  store: GraphStore,
  world: Iterable<JournalRecord>,
  tell: (records: number) => void,
): Promise<number> {
  let loaded = 0;
  const lines = async function* (): AsyncGenerator<RestoreLine> {
    for (const record of world) {
      yield { kind: 'record', record };
      loaded += 1;
      if (loaded % PART === 0) tell(loaded);
    }
  };
  await store.upkeep.restore(lines());
  return loaded;
}

async function importInParts(
  store: GraphStore,
  world: Iterable<JournalRecord>,
  tell: (records: number) => void,
): Promise<number> {
  const parts = inParts(world);
  let loaded = 0;
  for (let isOver = false; !isOver; ) {
    // Taken before the transaction, as the store may run the work of one again.
    const change: (readonly JournalRecord[])[] = [];
    for (let held = 0; held < CHANGE; held += PART) {
      const next = parts.next();
      if (next.done) isOver = true;
      else change.push(next.value);
    }
    const about = { author: 'bench', reason: 'a generated graph', at: '2026-01-01T00:00:00Z', marks: [] };
    const outcome = await store.writeInParts(about, async (writer) => {
      for (const part of change) await writer.put({ put: ungroupRecords(part), remove: [] });
      return 'keep';
    });
    if (outcome.kind === 'refused') throw new Error(outcome.problems[0]?.message);
    loaded += change.reduce((sum, part) => sum + part.length, 0);
    tell(loaded);
  }
  return loaded;
}

function* inParts(world: Iterable<JournalRecord>): Generator<readonly JournalRecord[]> {
  let part: JournalRecord[] = [];
  for (const record of world) {
    part.push(record);
    if (part.length < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
