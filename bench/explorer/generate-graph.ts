import { type NodeId, nodeId } from '../../schema/ids.ts';

/** A seed file's content, and the ids of its nodes in the order in which a view may take them. */
export interface GeneratedGraph {
  readonly text: string;
  readonly nodes: readonly NodeId[];
}

interface Seed {
  readonly nodes: { readonly id: string }[];
  readonly relationships: object[];
  /** Whole numbers from 0 to below the bound. */
  readonly below: (bound: number) => number;
}

/** The last quotes are of one person, so that there is somebody who brings so many when expanded. */
const LAST_WORDS = 20;

const document = 'document/report';
const evidence = [{ document, locator: 'paragraph 1' }];
const words = ['improved', 'leadership', 'children', 'practice', 'safeguarding', 'timely', 'visit', 'court'];
const labels = ['outstanding', 'good', 'adequate', 'inadequate'];
const areas = ['overall', 'private law practice', 'safeguarding', 'leadership'];

/**
 * A graph of about so many nodes and twice as many relationships, in the proportions of inspections in the wild: one
 * inspectorate that conducted all, bodies inspected more than once, judgements, people with posts, quotes, findings.
 * The same size gives the same graph.
 */
export function generateGraph(size: number): GeneratedGraph {
  const seed: Seed = { nodes: [], relationships: [], below: numbersFrom(7) };
  add(seed, 'Document', document, { name: 'The report', kind: 'report', standing: 'primary' });
  add(seed, 'Organisation', 'organisation/inspectorate', { name: 'The Inspectorate', kind: 'inspectorate' });
  const part = (share: number) => Math.max(1, Math.round(size * share));
  const regions = times(9, (i) =>
    add(seed, 'Region', `region/${i}`, { name: `Region ${i}`, kind: 'region' }),
  );
  const bodies = times(part(0.14), (i) =>
    add(seed, 'Organisation', `organisation/${i}`, {
      name: `Home ${i} for children`,
      kind: 'inspected body',
    }),
  );
  const people = times(part(0.12), (i) => addPerson(seed, i, bodies));
  const inspections = times(part(0.3), (i) => addInspection(seed, i, bodies, regions));
  times(part(0.05), (i) => addFinding(seed, i, inspections));
  times(part(0.22), (i) => addJudgement(seed, i, inspections));
  const quotes = Math.max(0, size - seed.nodes.length);
  times(quotes, (i) =>
    addQuote(seed, i, quotes - i <= LAST_WORDS ? people.slice(0, 1) : people, inspections),
  );
  const startingViews = [
    { id: 'bench', title: 'Bench', says: 'A part of it.', arrangement: 'free', nodes: [document] },
  ];
  const { nodes, relationships } = seed;
  return {
    text: JSON.stringify({ format: 1, name: 'bench', title: 'Bench', startingViews, nodes, relationships }),
    nodes: nodes.map(({ id }) => nodeId(id)),
  };
}

function addPerson(seed: Seed, i: number, bodies: readonly string[]): string {
  const id = add(seed, 'Person', `person/${i}`, { name: `Person ${i} of ${pick(seed, words)}` });
  for (const key of ['manager', 'chair'])
    relate(seed, 'HOLDS_POST', id, pick(seed, bodies), { key, title: key, kind: key });
  return id;
}

function addInspection(seed: Seed, i: number, bodies: readonly string[], regions: readonly string[]): string {
  const publishedOn = `${2004 + seed.below(21)}-${String(1 + seed.below(12)).padStart(2, '0')}`;
  const name = `Inspection ${i} of a service`;
  const id = add(seed, 'Inspection', `inspection/${i}`, { name, kind: 'full inspection', publishedOn });
  relate(seed, 'INSPECTED', id, pick(seed, bodies));
  relate(seed, 'CONDUCTED', 'organisation/inspectorate', id);
  relate(seed, 'COVERED', id, pick(seed, regions));
  if (i % 3 === 0) relate(seed, 'CONSULTED', id, pick(seed, bodies));
  return id;
}

function addJudgement(seed: Seed, i: number, inspections: readonly string[]): void {
  const [area = '', label = ''] = [areas[i % areas.length], pick(seed, labels)];
  const id = add(seed, 'Judgement', `judgement/${i}`, { area, areaAsPrinted: area, label });
  relate(seed, 'JUDGED', inspections[i % inspections.length] ?? '', id);
}

function addFinding(seed: Seed, i: number, inspections: readonly string[]): void {
  const text = `${times(9, () => pick(seed, words)).join(' ')}.`;
  const id = add(seed, 'Finding', `finding/${i}`, { text, polarity: 'strength' });
  relate(seed, 'FOUND', pick(seed, inspections), id);
}

function addQuote(seed: Seed, i: number, people: readonly string[], inspections: readonly string[]): void {
  const text = times(8, () => pick(seed, words)).join(' ');
  const id = add(seed, 'Quote', `quote/${i}`, { text, kind: 'praise' });
  relate(seed, 'SAID', pick(seed, people), id);
  relate(seed, 'ABOUT', id, pick(seed, inspections));
  relate(seed, 'QUOTED_IN', id, document, { locator: 'paragraph 1' });
}

function add(seed: Seed, type: string, id: string, properties: object): string {
  seed.nodes.push({ id, type, ...properties, evidence } as { readonly id: string });
  return id;
}

function relate(seed: Seed, type: string, start: string, end: string, properties: object = {}): void {
  seed.relationships.push({ type, start, end, ...properties, evidence });
}

function pick<Each>(seed: Seed, from: readonly Each[]): Each {
  const found = from[seed.below(from.length)];
  if (found === undefined) throw new Error('There is nothing to pick from');
  return found;
}

function times<Each>(count: number, make: (index: number) => Each): Each[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A linear congruential generator: plain, and the same on every machine. */
function numbersFrom(start: number): (bound: number) => number {
  let state = start;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
