import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { GraphNode, GraphRecords } from '../../../schema/records.ts';
import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { ChangeAbout, GraphStore, PartsOutcome, PartWriter } from '../../store/graph-store.ts';
import type { Staging } from '../../store/staging.ts';
import { completePart } from './complete-part.ts';
import type { Fragment } from './fragment.ts';
import type { LeftRecord } from './import-outcome.ts';
import { fromStaged } from './row-fragment.ts';

type RecordId = NodeId | RelationshipId;

interface Publishing {
  readonly about: ChangeAbout;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly tell: (done: number) => void;
}

/** What publishing came to, and what was left since somebody had removed it. */
export interface Published {
  readonly outcome: PartsOutcome;
  readonly left: readonly LeftRecord[];
}

/**
 * Fragments that are merged at a time: they are held with all that the store has of their records, before and after.
 * Each list costs a Neo4j some forty round trips, and an embedded store none.
 */
const BATCH: Readonly<Record<GraphStore['kind'], number>> = { sqlite: 300, neo4j: 2_000 };
const ADJACENT_LIMIT = 100_000;
/** Documents that are kept at hand; each import has few, and a graph may have many. */
const DOCUMENTS_LIMIT = 2_000;

/**
 * Makes records of all that is staged, beside what is in the store, and puts them in one change: all of it or nothing,
 * also where the signal breaks it off. A record that somebody removed is left out, with what leans on it.
 */
export async function publishStaged(
  store: GraphStore,
  staging: Staging,
  { about, dryRun, signal, tell }: Publishing,
): Promise<Published> {
  const left = new Map<string, string>();
  const outcome = await store.writeInParts(about, async (parts) => {
    const documents = new Map<string, GraphNode>();
    left.clear();
    let done = 0;
    for (const texts of staging.groups(BATCH[store.kind])) {
      signal.throwIfAborted();
      const fragments = texts.flatMap(fromStaged);
      await parts.put({ put: await makePart(fragments, parts, documents, left), remove: [] });
      done += fragments.length;
      tell(done);
    }
    signal.throwIfAborted();
    return dryRun ? 'discard' : 'keep';
  });
  return { outcome, left: [...left].map(([id, because]) => ({ id, because })) };
}

async function makePart(
  staged: readonly Fragment[],
  parts: PartWriter,
  documents: Map<string, GraphNode>,
  left: Map<string, string>,
): Promise<GraphRecords> {
  const present = await parts.records(idsOf(staged), typesOf(staged.map(({ record }) => record)));
  const fragments = await withoutRemoved(staged, present, parts, left);
  const around = await readAround(present, new Set(idsOf(fragments)), parts);
  const evidence = [
    ...fragments.flatMap((fragment) => fragment.evidence),
    ...present.evidence,
    ...around.evidence,
  ];
  const named = new Set(evidence.flatMap(({ document }) => document ?? []));
  await readDocuments(named, fragments, parts, documents);
  const known = [...named].flatMap((id) => documents.get(id) ?? []);
  return completePart(fragments, present, around, known);
}

/** The judgements, findings and recommendations of inspections that are there: their dates and standings may change. */
async function readAround(
  present: GraphRecords,
  inPart: ReadonlySet<string>,
  parts: PartWriter,
): Promise<GraphRecords> {
  const of = present.nodes.filter(({ type }) => type === 'Inspection').map(({ id }) => id);
  if (of.length === 0) return { nodes: [], relationships: [], evidence: [], statements: [] };
  const types = ['JUDGED', 'FOUND', 'RECOMMENDED'] as const;
  const adjacency = await parts.adjacent({ of, types, among: false, limit: ADJACENT_LIMIT });
  if (adjacency.truncated) throw new RangeError(`more than ${ADJACENT_LIMIT} judgements in one part`);
  const ids = adjacency.relationships.flatMap(({ id, to }) => [id, to]).filter((id) => !inPart.has(id));
  return parts.records([...new Set(ids)], typesOf(adjacency.relationships));
}

/** Fills the documents that are named: those of the part itself, and those that are in the store. */
async function readDocuments(
  named: ReadonlySet<NodeId>,
  fragments: readonly Fragment[],
  parts: PartWriter,
  documents: Map<string, GraphNode>,
): Promise<void> {
  if (documents.size > DOCUMENTS_LIMIT) documents.clear();
  const missing = [...named].filter((id) => !documents.has(id));
  if (missing.length === 0) return;
  for (const node of (await parts.records(missing)).nodes) documents.set(node.id, node);
  for (const { record } of fragments)
    if (!('from' in record) && record.type === 'Document' && !documents.has(record.id))
      documents.set(record.id, record);
}

/** Fragments but those of records that are gone though the journal knows them, and of what ends at such. */
async function withoutRemoved(
  fragments: readonly Fragment[],
  present: GraphRecords,
  parts: PartWriter,
  left: Map<string, string>,
): Promise<readonly Fragment[]> {
  const there = new Set<string>([...present.nodes, ...present.relationships].map(({ id }) => id));
  const absent = idsOf(fragments).filter((id) => !there.has(id));
  for (const [id, { author, removed }] of absent.length > 0 ? await parts.lastChanges(absent) : [])
    if (removed) left.set(id, `${author ?? 'somebody'} has removed it`);
  if (left.size === 0) return fragments;
  return fragments.filter(({ record }) => {
    if (left.has(record.id)) return false;
    const end = 'from' in record ? [record.from, record.to].find((id) => left.has(id)) : undefined;
    if (end !== undefined) left.set(record.id, `it leans on ${end}, which was removed`);
    return end === undefined;
  });
}

function typesOf(
  records: readonly { readonly id: RecordId; readonly type: NodeType | RelationshipType }[],
): ReadonlyMap<RelationshipId, RelationshipType> {
  // Only a relationship has an id that begins so, and only it has such a type.
  const relationships = records.filter(({ id }) => id.startsWith('relationship/'));
  return new Map(relationships.map(({ id, type }) => [id as RelationshipId, type as RelationshipType]));
}

function idsOf(fragments: readonly Fragment[]): RecordId[] {
  return [...new Set(fragments.map(({ record }) => record.id))];
}
