import { printPartialDate } from '../../../schema/partial-date.ts';
import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../../schema/records.ts';
import { compareRanks, evidenceRanks, type SupportRank } from '../../graph/rank-support.ts';
import type { Fragment } from './fragment.ts';

type GraphRecord = GraphNode | GraphRelationship;
type Values = Readonly<Record<string, PropertyValue | undefined>>;

/** A record as it is being made, with what supports it. */
interface Making {
  readonly record: GraphRecord;
  readonly evidence: Map<string, Evidence>;
  readonly statements: Map<string, Statement>;
}

/**
 * Puts fragments together with what is there of their records. Evidence and statements are added, none is taken away.
 * A property that has statements goes by those, and is settled later; of any other the value of the best supported
 * fragment is taken, where it outranks all that the record rests on so far. Lists gain members. `documents` are those
 * that the evidence is in, as far as they are known.
 */
export function mergeFragments(
  fragments: readonly Fragment[],
  present: GraphRecords,
  documents: ReadonlyMap<string, GraphNode>,
): GraphRecords {
  const rankOf = evidenceRanks(documents);
  const there = gatherPresent(present);
  const made = new Map<string, Making>();
  for (const [id, own] of byRecord(fragments)) made.set(id, mergeRecord(own, there.get(id), rankOf));
  const all = [...made.values()];
  return {
    nodes: all.flatMap(({ record }) => ('from' in record ? [] : [record])),
    relationships: all.flatMap(({ record }) => ('from' in record ? [record] : [])),
    evidence: all.flatMap(({ evidence }) => [...evidence.values()]),
    statements: all.flatMap(({ statements }) => [...statements.values()]),
  };
}

function mergeRecord(
  fragments: readonly Fragment[],
  there: Making | undefined,
  rankOf: (piece: Evidence) => SupportRank,
): Making {
  const [alone] = fragments;
  if (alone && fragments.length === 1 && !there) return nameByDate(gathered(alone), fragments, rankOf);
  const ranked = fragments
    .map((fragment) => ({ fragment, rank: bestRank(fragment.evidence, fragment.record.id, rankOf) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const [best] = ranked;
  if (!best) throw new TypeError('a record is made of one fragment at least');
  const evidence = new Map(there?.evidence);
  const statements = new Map(there?.statements);
  for (const { fragment } of ranked) {
    for (const piece of fragment.evidence) if (!evidence.has(piece.id)) evidence.set(piece.id, piece);
    for (const one of fragment.statements) if (!statements.has(one.id)) statements.set(one.id, one);
  }
  const record = there?.record ?? best.fragment.record;
  const isOutranked =
    !there || compareRanks(best.rank, bestRank([...there.evidence.values()], record.id, rankOf)) < 0;
  const stated = new Set([...(there?.statements.values() ?? [])].map(({ property }) => property));
  let values: Values = record.properties;
  for (const [index, { fragment }] of ranked.entries())
    values = fillValues(values, inOneRegister(values, fragment.record.properties), (property) => {
      if (property === 'name') return there ? isPlaceholder(there.record) && isOutranked : false;
      return index === 0 && isOutranked && !stated.has(property);
    });
  const making = { record: { ...record, properties: values } as GraphRecord, evidence, statements };
  return nameByDate(making, fragments, rankOf);
}

/** A record that one fragment makes, as most are. */
function gathered({ record, evidence, statements }: Fragment): Making {
  return {
    record,
    evidence: new Map(evidence.map((piece) => [piece.id, piece])),
    statements: new Map(statements.map((one) => [one.id, one])),
  };
}

/** Fills what is missing, adds to lists, and replaces what may be replaced. */
function fillValues(values: Values, given: Values, mayReplace: (property: string) => boolean): Values {
  const filled: Record<string, PropertyValue | undefined> = { ...values };
  for (const [property, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const known = filled[property];
    if (known === undefined) filled[property] = value;
    else if (Array.isArray(known) && Array.isArray(value)) filled[property] = union(known, value);
    else if (mayReplace(property)) filled[property] = value;
  }
  return filled;
}

/** A record has one official number: one of another register is left, as its number and its scheme belong together. */
function inOneRegister(values: Values, given: Values): Values {
  if (values.officialNumber === undefined || values.numberScheme === given.numberScheme) return given;
  const { officialNumber: _number, numberScheme: _scheme, ...others } = given;
  return others;
}

/** Members once each; dates in their order, texts in that in which they came. */
function union(known: readonly unknown[], further: readonly unknown[]): PropertyValue {
  const members = new Map<string, unknown>();
  for (const member of [...known, ...further])
    members.set(JSON.stringify(member), members.get(JSON.stringify(member)) ?? member);
  const list = [...members.values()];
  if (list.every(isDate)) list.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  // The members are those of one property, and so of one kind.
  return list as unknown as PropertyValue;
}

function isDate(member: unknown): member is { readonly edtf: string; readonly earliest: string } {
  return typeof member === 'object' && member !== null && 'edtf' in member;
}

function sortKey({ earliest, edtf }: { readonly edtf: string; readonly earliest: string }): string {
  return `${earliest} ${edtf}`;
}

/** Whether the name stands for one that is redacted: it ends in the number of the record. */
export function isPlaceholder(record: GraphRecord): boolean {
  if ('from' in record) return false;
  const { name, officialNumber } = record.properties;
  return officialNumber !== undefined && name.endsWith(placeholderEnd(officialNumber));
}

/** What a name ends in that stands for a redacted one. */
export function placeholderEnd(number: string): string {
  return `, URN ${number}`;
}

/**
 * The name of an inspection bears its first day. Where that is disputed, it is the day that stands. A name that
 * somebody gave it is left.
 */
function nameByDate(
  making: Making,
  fragments: readonly Fragment[],
  rankOf: (piece: Evidence) => SupportRank,
): Making {
  const nameBefore = fragments.find((fragment) => fragment.nameBefore !== undefined)?.nameBefore;
  const { record, statements, evidence } = making;
  if (nameBefore === undefined || 'from' in record) return making;
  const isMade = record.properties.name.startsWith(nameBefore);
  const days = [...statements.values()]
    .filter(({ property, standing }) => property === 'startedOn' && standing !== 'rejected')
    .map((one) => ({ one, rank: bestRank([...evidence.values()], one.id, rankOf) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.one.id < b.one.id ? -1 : 1));
  const day = days[0]?.one.value;
  if (!isMade || day === undefined) return making;
  const name = `${nameBefore}${printDay(String(day))}`;
  return { ...making, record: { ...record, properties: { ...record.properties, name } } };
}

function printDay(edtf: string): string {
  return printPartialDate({ edtf, earliest: edtf, latest: edtf });
}

const UNSUPPORTED: SupportRank = [3];

function bestRank(
  evidence: readonly Evidence[],
  of: string,
  rankOf: (piece: Evidence) => SupportRank,
): SupportRank {
  let best = UNSUPPORTED;
  for (const piece of evidence) {
    if (piece.of !== of) continue;
    const rank = rankOf(piece);
    if (compareRanks(rank, best) < 0) best = rank;
  }
  return best;
}

function byRecord(fragments: readonly Fragment[]): Map<string, Fragment[]> {
  const groups = new Map<string, Fragment[]>();
  for (const fragment of fragments) {
    const known = groups.get(fragment.record.id);
    if (known) known.push(fragment);
    else groups.set(fragment.record.id, [fragment]);
  }
  return groups;
}

function gatherPresent(present: GraphRecords): Map<string, Making> {
  const gathered = new Map<string, Making>();
  for (const record of [...present.nodes, ...present.relationships])
    gathered.set(record.id, { record, evidence: new Map(), statements: new Map() });
  const owners = new Map<string, string>();
  for (const statement of present.statements) {
    gathered.get(statement.of)?.statements.set(statement.id, statement);
    owners.set(statement.id, statement.of);
  }
  for (const piece of present.evidence)
    gathered.get(owners.get(piece.of) ?? piece.of)?.evidence.set(piece.id, piece);
  return gathered;
}
