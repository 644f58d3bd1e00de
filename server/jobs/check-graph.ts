import type { NodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { parsePartialDate } from '../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import { mayJoin, relationshipTypeRow } from '../../schema/relationship-types.ts';
import type { GraphStore, JournalRecord } from '../store/graph-store.ts';
import type { UpkeepOptions } from '../store/store-upkeep.ts';
import { type RecordReader, walkRecords } from './walk-records.ts';

export interface GraphChecked {
  readonly records: number;
  /** The first of them; `faultCount` has how many there are. */
  readonly faults: readonly string[];
  readonly faultCount: number;
}

const TOLD = 100;

/**
 * Checks every record against the rules of the store, and the store against itself. Holds the type of each node and
 * the single ends in memory, some hundred bytes for each.
 */
export async function checkGraph(
  store: RecordReader & Pick<GraphStore, 'upkeep'>,
  options: UpkeepOptions = {},
): Promise<GraphChecked> {
  const faults: string[] = [];
  let [faultCount, records] = [0, 0];
  const tell = (fault: string) => {
    faultCount += 1;
    if (faults.length < TOLD) faults.push(fault);
  };
  const types = new Map<NodeId, NodeType>();
  const singles = new Map<string, string>();
  const documents = new Set<NodeId>();
  for await (const page of walkRecords(store, options.signal)) {
    for (const kept of page) {
      checkRecord(kept, types, singles, tell);
      for (const { document } of kept.evidence) if (document) documents.add(document);
    }
    records += page.length;
    options.onProgress?.(records, 0);
  }
  for (const id of documents)
    if (types.get(id) !== 'Document') tell(`evidence is in ${id}, which is ${types.get(id) ?? 'not there'}`);
  await store.upkeep.inspect(tell, { signal: options.signal });
  return { records, faults, faultCount };
}

function sameBounds({ edtf, earliest, latest }: PartialDate): boolean {
  const parsed = parsePartialDate(edtf);
  return parsed?.earliest === earliest && parsed.latest === latest;
}

function checkRecord(
  { record, evidence, statements }: JournalRecord,
  types: Map<NodeId, NodeType>,
  singles: Map<string, string>,
  tell: (fault: string) => void,
): void {
  const owned = new Set<string>([record.id, ...statements.map(({ id }) => id)]);
  for (const { id, of } of evidence)
    if (!owned.has(of)) tell(`evidence ${id} supports ${of}, not its record`);
  for (const [property, value] of Object.entries(record.properties))
    for (const date of [value].flat())
      if (typeof date === 'object' && 'edtf' in date && !sameBounds(date))
        tell(`${record.id}: the bounds of ${property} are not those of “${date.edtf}”`);
  if (record.version < 1) tell(`${record.id} has version ${record.version}`);
  if (!('from' in record)) {
    types.set(record.id, record.type);
    return;
  }
  if (!evidence.some(({ of }) => of === record.id)) tell(`relationship ${record.id} has no evidence`);
  const [from, to] = [types.get(record.from), types.get(record.to)];
  if (!from) tell(`relationship ${record.id} begins at ${record.from}, which is not there`);
  if (!to) tell(`relationship ${record.id} ends at ${record.to}, which is not there`);
  if (from && to && !mayJoin(record.type, from, to))
    tell(`relationship ${record.id} joins a ${from} to a ${to}, which ${record.type} does not`);
  if (!relationshipTypeRow(record.type).oneAtEnd) return;
  const end = `${record.type} ${record.to}`;
  const other = singles.get(end);
  if (other) tell(`${record.to} has two relationships ${record.type}: ${other} and ${record.id}`);
  singles.set(end, record.id);
}
