import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import {
  addCounts,
  noCounts,
  PartsLeft,
  partAsChange,
  refusedParts,
  requestOfParts,
} from '../change-parts.ts';
import type { ChangeAbout, JournalRecord, PartsOutcome, PartsWork, PartWriter } from '../graph-store.ts';
import { lookupsOf, settleChange } from '../settle-change.ts';
import type { Connection, Run } from './connection.ts';
import { lastChangesQuery, rowsToLastChanges } from './journal.ts';
import { adjacencyAnswer, adjacencyQuery } from './questions.ts';
import { flattenRecords, readRecords, recordsQuery } from './records.ts';
import { applyChanges, findExisting, lockHead, putMarks } from './write-change.ts';
import { startEntry } from './write-entry.ts';

/** How long the database may be silent while it takes in an import, in milliseconds. */
const PATIENCE = 60_000;

/** Applies a change in parts in one transaction; what is left by wish or by refusal is rolled back. */
export async function writeInParts(
  connection: Connection,
  about: ChangeAbout,
  work: PartsWork,
): Promise<PartsOutcome> {
  try {
    return await connection.write((run) => runParts(run, about, work), PATIENCE);
  } catch (problem) {
    if (problem instanceof PartsLeft) return problem.outcome;
    throw problem;
  }
}

async function runParts(run: Run, about: ChangeAbout, work: PartsWork): Promise<PartsOutcome> {
  const head = await lockHead(run);
  const entry = startEntry(run, head);
  let counts = noCounts;
  // What the work has read since its last part it mostly puts next; nobody else can have changed it.
  const known = new Map<NodeId | RelationshipId, JournalRecord | null>();
  const parts: PartWriter = {
    records: async (ids) => {
      const read = ids.length > 0 ? readRecords(await run(recordsQuery(ids)), ids) : new Map();
      for (const id of ids) known.set(id, read.get(id) ?? null);
      return flattenRecords(read);
    },
    adjacent: async (question) => adjacencyAnswer(question, await run(adjacencyQuery(question))),
    lastChanges: async (ids) => rowsToLastChanges(await run(lastChangesQuery(ids))),
    put: async (part) => {
      const change = partAsChange(about, part);
      const settled = settleChange(change, await findExisting(run, lookupsOf(change), head.sequence, known));
      known.clear();
      if (settled.kind === 'refused') throw refusedParts(settled.problems);
      if (settled.kind !== 'changes') return noCounts;
      await applyChanges(run, settled);
      await entry.add(settled.items);
      counts = addCounts(counts, settled);
      return settled;
    },
  };
  const wish = await work(parts);
  if (wish === 'discard') throw new PartsLeft({ kind: 'discarded', ...counts });
  await putMarks(run, about.marks);
  if (entry.items() === 0) return { kind: 'unchanged' };
  return { kind: 'written', sequence: await entry.close(about, requestOfParts(about)), ...counts };
}
