import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import {
  addCounts,
  noCounts,
  PartsLeft,
  partAsChange,
  refusedParts,
  requestOfParts,
} from '../change-parts.ts';
import type {
  ChangeAbout,
  ChangePart,
  JournalRecord,
  PartsOutcome,
  PartsWork,
  PartWriter,
} from '../graph-store.ts';
import { lookupsOf, settleChange } from '../settle-change.ts';
import { applyChanges } from './apply-changes.ts';
import type { Connection, Run } from './connection.ts';
import { lastChangesQuery, rowsToLastChanges } from './journal.ts';
import { adjacencyAnswer, adjacencyQuery } from './questions.ts';
import { flattenRecords, readRecords, recordsQueries } from './records.ts';
import { sendAhead } from './send-ahead.ts';
import { findExisting, lockHead, putMarks } from './write-change.ts';
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
  const { read, send, hold, release, settle } = sendAhead(run);
  // Nothing that a part reads depends on the items of an entry that is not closed.
  const entry = startEntry(hold, head);
  let counts = noCounts;
  // What the work has read since its last part it mostly puts next; nobody else can have changed it.
  const known = new Map<NodeId | RelationshipId, JournalRecord | null>();
  const types = new Map<NodeId, NodeType>();
  const parts: PartWriter = {
    records: async (ids, typesOf = new Map()) => {
      const answers = await Promise.all(recordsQueries(ids, typesOf).map(read));
      const found = readRecords(answers.flat(), ids);
      for (const id of ids) known.set(id, found.get(id) ?? null);
      return flattenRecords(found);
    },
    adjacent: async (question) => adjacencyAnswer(question, await read(adjacencyQuery(question))),
    lastChanges: async (ids) => rowsToLastChanges(await read(lastChangesQuery(ids))),
    put: async (part) => {
      const change = partAsChange(about, part);
      const existing = await findExisting(read, lookupsOf(change), head.sequence, { records: known, types });
      release();
      const settled = settleChange(change, existing);
      known.clear();
      rememberTypes(types, existing.types, part);
      if (settled.kind === 'refused') throw refusedParts(settled.problems);
      if (settled.kind !== 'changes') return noCounts;
      await applyChanges(send, settled);
      await entry.add(settled.items);
      counts = addCounts(counts, settled);
      return settled;
    },
  };
  const wish = await work(parts);
  await settle();
  if (wish === 'discard') throw new PartsLeft({ kind: 'discarded', ...counts });
  await putMarks(run, about.marks);
  if (entry.items() === 0) return { kind: 'unchanged' };
  const sequence = await entry.close(about, requestOfParts(about));
  await settle();
  return { kind: 'written', sequence, ...counts };
}

/** Types of nodes that are kept at hand: those of a file, of which few are named again by a part much later. */
const TYPES_LIMIT = 50_000;

function rememberTypes(
  types: Map<NodeId, NodeType>,
  found: ReadonlyMap<NodeId, NodeType>,
  { put, remove }: ChangePart,
): void {
  if (types.size > TYPES_LIMIT) types.clear();
  for (const [id, type] of found) types.set(id, type);
  for (const { id, type } of put.nodes) types.set(id, type);
  for (const id of remove) types.delete(id as NodeId);
}
