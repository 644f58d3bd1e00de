import {
  evidenceId,
  type NodeId,
  type RelationshipId,
  relationshipId,
  type SupportedId,
  statementId,
} from '../../../schema/ids.ts';
import type { GraphNode, GraphRelationship } from '../../../schema/records.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import type { Fragment } from './fragment.ts';
import type { RowFragment } from './row-fragment.ts';

type Survivors = ReadonlyMap<NodeId, NodeId>;

/** Relationships that may touch the nodes of one batch of rows, where some were merged. */
const TOUCHING_LIMIT = 100_000;

/**
 * Fragments as they are where somebody has merged nodes: what is said of a node that is no more is said of the one that
 * stands for it, and so are relationships that would end at it. One that would join a node to itself says nothing.
 */
export async function followMerged(
  fragments: readonly RowFragment[],
  store: Pick<GraphStore, 'survivors' | 'records' | 'adjacent'>,
): Promise<readonly RowFragment[]> {
  const survivors = await store.survivors([...new Set(fragments.flatMap(nodesOf))]);
  if (survivors.size === 0) return fragments;
  const touched = fragments.filter((one) => nodesOf(one).some((id) => survivors.has(id)));
  const idOf = await settledIds(touched, survivors, store);
  const moving = new Set(touched);
  return fragments.flatMap((one) => {
    if (!moving.has(one)) return [one];
    const fragment = moved(one.fragment, survivors, idOf);
    if (!fragment) return [];
    return [{ ...one, fragment, ...(one.owner ? { owner: survivors.get(one.owner) ?? one.owner } : {}) }];
  });
}

type IdOf = (moved: GraphRelationship, key: string) => RelationshipId;

/**
 * The id of a relationship at its new ends. Merging keeps the id of one that it moves, and joins one to another that said
 * the same; so the id that it had is looked for, and then what is there between these ends.
 */
async function settledIds(
  touched: readonly RowFragment[],
  survivors: Survivors,
  store: Pick<GraphStore, 'records' | 'adjacent'>,
): Promise<IdOf> {
  const given = touched.flatMap(({ fragment: { record } }) => ('from' in record ? [record] : []));
  const kept = new Set((await store.records(given.map(({ id }) => id))).relationships.map(({ id }) => id));
  const ends = new Set(given.flatMap((record) => endsOf(record, survivors)));
  const types = [...new Set(given.map(({ type }) => type))];
  const question = { of: [...ends], types, among: true, limit: TOUCHING_LIMIT };
  const { relationships } = await store.adjacent(question);
  const between = new Map<string, RelationshipId>();
  for (const one of [...relationships].sort((a, b) => (a.id < b.id ? 1 : -1)))
    between.set(`${one.type} ${one.from} ${one.to}`, one.id);
  return ({ id, type, from, to }, key) => {
    if (kept.has(id)) return id;
    const there = key === '' ? between.get(`${type} ${from} ${to}`) : undefined;
    return there ?? relationshipId(type, from, to, key);
  };
}

function endsOf({ from, to }: GraphRelationship, survivors: Survivors): NodeId[] {
  return [survivors.get(from) ?? from, survivors.get(to) ?? to];
}

function nodesOf({ fragment: { record, evidence }, owner }: RowFragment): NodeId[] {
  const ids: NodeId[] = 'from' in record ? [record.from, record.to] : [record.id];
  for (const { document } of evidence) if (document) ids.push(document);
  if (owner) ids.push(owner);
  return ids;
}

/** Ids that are made of others follow them. Null where the record joins nothing any more. */
function moved(fragment: Fragment, survivors: Survivors, idOf: IdOf): Fragment | null {
  const record = movedRecord(fragment, survivors, idOf);
  if (!record) return null;
  const ids = new Map<string, SupportedId>([[fragment.record.id, record.id]]);
  const statements = fragment.statements.map((statement) => {
    const id = statementId(record.id, statement.property, statement.value);
    ids.set(statement.id, id);
    return { ...statement, id, of: record.id };
  });
  const evidence = fragment.evidence.map((piece) => {
    const { locator, basis, explanation } = piece;
    const of = ids.get(piece.of) ?? piece.of;
    const document = piece.document && (survivors.get(piece.document) ?? piece.document);
    return { ...piece, id: evidenceId(of, document, locator, basis, explanation), of, document };
  });
  return { ...fragment, record, statements, evidence };
}

function movedRecord(
  { record, key = '' }: Fragment,
  survivors: Survivors,
  idOf: IdOf,
): GraphNode | GraphRelationship | null {
  if (!('from' in record)) return { ...record, id: survivors.get(record.id) ?? record.id };
  const [from, to] = endsOf(record, survivors);
  if (!from || !to || (from === to && record.from !== record.to)) return null;
  const settled = { ...record, from, to };
  return { ...settled, id: idOf(settled, key) };
}
