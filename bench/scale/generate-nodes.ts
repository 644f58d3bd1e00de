import { gradeOf } from '../../schema/grade-scales.ts';
import { type NodeId, nodeId } from '../../schema/ids.ts';
import { type NodeType, type PropertyValues, titleOf } from '../../schema/node-types.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { RandomAt } from './random-at.ts';
import type { WorldSize } from './world-size.ts';

/** The ids of a generated world, by sort and index. */
export const ids = {
  inspectorate: nodeId('organisation/inspectorate'),
  framework: (i: number) => nodeId(`framework/f${i}`),
  region: (i: number) => nodeId(`region/r${i}`),
  authorityArea: (i: number) => nodeId(`region/authority-${i}`),
  authority: (i: number) => nodeId(`organisation/authority-${i}`),
  snapshot: (i: number) => nodeId(`document/snapshot-${i}`),
  owner: (i: number) => nodeId(`organisation/owner-${i}`),
  person: (i: number) => nodeId(`person/p${i}`),
  provider: (i: number) => nodeId(`organisation/provider-${i}`),
  inspection: (i: number) => nodeId(`inspection/i${i}`),
  report: (i: number) => nodeId(`document/report-${i}`),
  quote: (i: number) => nodeId(`quote/q${i}`),
  finding: (i: number) => nodeId(`finding/f${i}`),
  judgement: (i: number) => nodeId(`judgement/j${i}`),
};

const syllables = 'an ber cor dal el fen gar hol is jor kel lan mor nor ost pem quin ros stan thorn'.split(
  ' ',
);
const towns = 'Ashford Bolton Chester Dover Exeter Fleet Grantham Hexham Ilkley Jarrow Kendal Luton'.split(
  ' ',
);
const homes = ['House', 'Lodge', 'Children’s Home', 'Centre', 'Cottage', 'Fostering'];
const areas = ['help and protection', 'leadership', 'care planning'];
const labels = [
  'Outstanding',
  'Good',
  'Good',
  'Good',
  'Requires improvement to be good',
  'Requires improvement to be good',
  'Inadequate',
];
const words = 'children staff improved practice leaders safe plans visits court timely quality care'.split(
  ' ',
);
const providerKinds = ['provider', 'inspected body'];

/** The inspection that a judgement is of: some have many, most have one or two. */
export function inspectionOf(judgement: number, { inspections }: WorldSize, random: RandomAt): number {
  return judgement < inspections ? judgement : Math.floor(random('judged', judgement) * inspections);
}

/** The day on which an inspection was published; from a few thousand, each read once. */
function publishedOn(inspection: number, random: RandomAt): PartialDate {
  const day = Math.floor(random('published', inspection) * 12 * 28);
  // Later years have more inspections.
  const year = 2014 + Math.floor(11 * Math.sqrt(random('year', inspection)));
  return dateOf(`${year}-${pad(1 + Math.floor(day / 28))}-${pad(1 + (day % 28))}`);
}

/** Every node of the world, one after the other; none is held. */
export function* generateNodes(size: WorldSize, random: RandomAt): Generator<GraphNode> {
  const { inspections } = size;
  yield node(ids.inspectorate, 'Organisation', { name: 'The Inspectorate', kind: 'inspectorate' });
  yield* times(size.frameworks, (i) =>
    node(ids.framework(i), 'Framework', { name: `Framework ${i}`, effectiveFrom: dateOf(`${2005 + i}-04`) }),
  );
  yield* times(size.regions, (i) =>
    node(ids.region(i), 'Region', { name: `Region ${i}`, kind: 'Ofsted region', code: `R${i}` }),
  );
  yield* times(size.authorities, (i) =>
    node(ids.authorityArea(i), 'Region', { name: `Area of ${townAt(i)} ${i}`, kind: 'local authority' }),
  );
  yield* times(size.authorities, (i) =>
    node(ids.authority(i), 'Organisation', { name: `${townAt(i)} Council ${i}`, kind: 'local authority' }),
  );
  yield* times(size.snapshots, (i) =>
    document(ids.snapshot(i), `Statistics ${i}`, `${2015 + (i % 11)}-03-31`),
  );
  yield* times(size.owners, (i) =>
    node(ids.owner(i), 'Organisation', { name: `${nameAt(random, 'owner', i)} Group`, kind: 'owner' }),
  );
  yield* times(size.people, (i) =>
    node(ids.person(i), 'Person', { name: `${nameAt(random, 'first', i)} ${nameAt(random, 'last', i)}` }),
  );
  yield* times(size.providers, (i) => provider(i, random));
  yield* times(inspections, (i) => inspection(i, random));
  yield* times(size.reports, (i) =>
    document(ids.report(i), `Report ${i}`, publishedOn(i % inspections, random).edtf),
  );
  yield* times(size.quotes, (i) => quote(i, size, random));
  yield* times(size.findings, (i) => finding(i, size, random));
  yield* times(size.judgements, (i) => judgement(i, size, random));
}

function provider(i: number, random: RandomAt): GraphNode {
  const home = homes[Math.floor(random('home', i) * homes.length)];
  return node(ids.provider(i), 'Organisation', {
    name: `${nameAt(random, 'provider', i)} ${home}`,
    kind: providerKinds[i % 5 === 0 ? 1 : 0] ?? 'provider',
    officialNumber: `SC${100_000 + i}`,
    numberScheme: 'URN',
  });
}

function inspection(i: number, random: RandomAt): GraphNode {
  const date = publishedOn(i, random);
  return node(ids.inspection(i), 'Inspection', {
    name: `Inspection ${i}, ${date.edtf}`,
    kind: i % 4 === 0 ? 'full' : 'short',
    publishedOn: date,
    date,
    officialNumber: `${10_000_000 + i}`,
  });
}

function document(id: NodeId, name: string, day: string): GraphNode {
  const date = dateOf(day);
  return node(id, 'Document', {
    name,
    kind: 'official statistics',
    standing: 'primary',
    publishedOn: date,
    date,
  });
}

/** The report that a quote is in. */
export function reportOf(quoteIndex: number, { reports }: WorldSize, random: RandomAt): number {
  return Math.floor(random('report', quoteIndex) * reports);
}

function quote(i: number, size: WorldSize, random: RandomAt): GraphNode {
  const date = publishedOn(reportOf(i, size, random) % size.inspections, random);
  return node(ids.quote(i), 'Quote', { text: textAt(random, 'quote', i, 12), kind: 'direct', date });
}

/** The inspection that a finding is of. */
export function foundBy(findingIndex: number, { inspections }: WorldSize, random: RandomAt): number {
  return Math.floor(random('found', findingIndex) * inspections);
}

function finding(i: number, size: WorldSize, random: RandomAt): GraphNode {
  const date = publishedOn(foundBy(i, size, random), random);
  return node(ids.finding(i), 'Finding', {
    text: textAt(random, 'finding', i, 20),
    polarity: 'strength',
    date,
  });
}

function judgement(i: number, size: WorldSize, random: RandomAt): GraphNode {
  const of = inspectionOf(i, size, random);
  const date = publishedOn(of, random);
  const label = labels[Math.floor(random('label', i) * labels.length)] ?? 'Good';
  const grade = gradeOf(label, date);
  // An area of its own for each judgement of one inspection, so that none disputes another.
  const area = i < size.inspections ? 'overall' : `${areas[i % areas.length]} ${i}`;
  return node(ids.judgement(i), 'Judgement', {
    area,
    areaAsPrinted: area,
    label,
    standing: 'stands',
    date,
    ...(grade && { grade }),
  });
}

function node(id: NodeId, type: NodeType, given: PropertyValues & { readonly name?: string }): GraphNode {
  const date = type === 'Framework' && given.effectiveFrom ? { date: given.effectiveFrom } : {};
  const values = { ...given, ...date };
  return {
    id,
    type,
    version: 1,
    disputed: [],
    properties: { ...values, name: titleOf(type, values) },
  };
}

function* times(count: number, make: (index: number) => GraphNode): Generator<GraphNode> {
  for (let index = 0; index < count; index++) yield make(index);
}

/** A name of two or three syllables: some thousand of them, so that a search finds many of each. */
function nameAt(random: RandomAt, kind: string, index: number): string {
  const parts = [0, 1, 2].map((at) => {
    const of = Math.floor(
      random(`${kind} ${at}`, index) * (at === 2 ? syllables.length * 2 : syllables.length),
    );
    return syllables[of] ?? '';
  });
  const name = parts.join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function townAt(index: number): string {
  return towns[index % towns.length] ?? '';
}

function textAt(random: RandomAt, kind: string, index: number, length: number): string {
  const text = Array.from(
    { length },
    (_, at) => words[Math.floor(random(`${kind} word ${at}`, index) * words.length)],
  );
  return `${text.join(' ')} ${index}.`;
}

const dates = new Map<string, PartialDate>();

function dateOf(edtf: string): PartialDate {
  const known = dates.get(edtf);
  if (known) return known;
  const date = partialDate(edtf);
  dates.set(edtf, date);
  return date;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
