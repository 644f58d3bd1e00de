import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../schema/ids.ts';
import { parseEvidence, parseNode, parseRelationship, parseStatement } from '../../schema/parse-record.ts';
import type { Parsed } from '../../schema/problems.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../schema/records.ts';
import { checkStandingOrder } from './check-standing-order.ts';
import { completeRecords } from './complete-records.ts';

type Given = Readonly<Record<string, unknown>>;

const place = { file: 'small', record: 'world' };
const documents = [
  node({ id: 'document/report', type: 'Document', name: 'Report', standing: 'primary', publishedOn: '2010' }),
  node({ id: 'document/news', type: 'Document', name: 'News', standing: 'secondary', publishedOn: '2010' }),
  node({ id: 'document/later', type: 'Document', name: 'Later', standing: 'secondary', publishedOn: '2012' }),
];
const [report, news, later] = ['document/report', 'document/news', 'document/later'];
const outside = { basis: 'outside', explanation: 'known from elsewhere' };
const inferred = { basis: 'inferred', explanation: 'it follows' };

function right<Value>(parsed: Parsed<Value>): Value {
  if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function node(given: Given): GraphNode {
  return right(parseNode(given, place));
}

function join(type: string, start: string, end: string): GraphRelationship {
  return right(parseRelationship({ type, start, end }, place));
}

function support(of: { readonly id: Evidence['of'] }, ...given: Given[]): Evidence[] {
  return given.map((each) => right(parseEvidence(of.id, each, place)));
}

/** The world of one visit; each entry is one thing that is said of a property of it, with one source. */
function visitWith(property: string, ...said: readonly [value: string, source: Given, standing?: string][]) {
  const visit = node({ id: 'inspection/visit', type: 'Inspection', name: 'Visit', [property]: said[0]?.[0] });
  const statements: Statement[] = [];
  const evidence: Evidence[] = [];
  for (const [value, source, standing = 'stands'] of said) {
    const statement = right(parseStatement(visit, { property, value, standing }, place));
    statements.push(statement);
    evidence.push(...support(statement, source));
  }
  return { nodes: [...documents, visit], relationships: [], evidence, statements };
}

/** A visit that was judged on one area by several judgements, each with its source. */
function judgedVisit(...said: readonly [label: string, source: Given, standing?: string][]): GraphRecords {
  const visit = node({ id: 'inspection/visit', type: 'Inspection', name: 'Visit', publishedOn: '2010' });
  const judgements = said.map(([label, , standing]) =>
    node({
      id: `judgement/${label}`,
      type: 'Judgement',
      area: 'overall',
      label,
      ...(standing ? { standing } : {}),
    }),
  );
  return {
    nodes: [...documents, visit, ...judgements],
    relationships: judgements.map(({ id }) => join('JUDGED', visit.id, id)),
    evidence: judgements.flatMap((judgement, index) => support(judgement, said[index]?.[1] ?? {})),
    statements: [],
  };
}

function completed(records: GraphRecords, id: string): GraphNode {
  const found = completeRecords(records).nodes.find((each) => each.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

function standings(records: GraphRecords): Record<string, string> {
  return Object.fromEntries(
    completeRecords(records).statements.map(({ value, standing }) => [value, standing]),
  );
}

describe('of the values that sources give, there stands the one that', () => {
  test.each([
    ['is in a document, before one from outside', outside, { ...inferred, document: news }],
    ['is stated, before one that is inferred', { ...inferred, document: report }, { document: news }],
    ['is in a primary document, before a secondary one', { document: later }, { document: report }],
    ['was published later', { document: news }, { document: later }],
    ['is inferred from a document, before one inferred from none', inferred, { ...inferred, document: news }],
  ])('%s', (_rule, worse, better) => {
    const records = visitWith('purpose', ['worse', worse], ['better', better]);
    expect(standings(records)).toEqual({ worse: 'also said', better: 'stands' });
    expect(completed(records, 'inspection/visit').properties.purpose).toBe('better');
    expect(checkStandingOrder(records)).toMatchObject([{ code: 'STANDING_ORDER', field: 'purpose' }]);
  });

  test('has the smaller id, where nothing else decides, whichever is loaded first', () => {
    const one = visitWith('purpose', ['one', { document: news }], ['two', { document: news }]);
    const other = visitWith('purpose', ['two', { document: news }], ['one', { document: news }]);
    expect(standings(one)).toEqual(standings(other));
  });

  test('is the finer of two dates that can both be true, whatever supports the coarser', () => {
    const records = visitWith('endedOn', ['2010-03-04', outside], ['2010-03', { document: report }]);
    const { properties, disputed } = completed(records, 'inspection/visit');
    expect(properties.endedOn?.edtf).toBe('2010-03-04');
    expect(disputed).toEqual([]);
    expect(checkStandingOrder(records)).toEqual([]);
  });
});

describe('disputed is', () => {
  test('a property with two values that cannot both be true', () => {
    const dates = visitWith('endedOn', ['2010-03', { document: report }], ['2010-04', outside]);
    expect(completed(dates, 'inspection/visit').disputed).toEqual(['endedOn']);
    const texts = visitWith('purpose', ['care', { document: report }], ['safety', outside]);
    expect(completed(texts, 'inspection/visit').disputed).toEqual(['purpose']);
  });

  test('no longer a property when a curator has rejected the other value', () => {
    const records = visitWith('endedOn', ['2010-03', { document: report }, 'rejected'], ['2010-04', outside]);
    const { properties, disputed } = completed(records, 'inspection/visit');
    expect(properties.endedOn?.edtf).toBe('2010-04');
    expect(disputed).toEqual([]);
  });

  test('never a list, whose members all stand but those that are rejected', () => {
    const home = node({
      id: 'organisation/home',
      type: 'Organisation',
      name: 'Home',
      aliases: ['A', 'B', 'C'],
    });
    const said = (value: string, standing: string) =>
      right(parseStatement(home, { property: 'aliases', value, standing }, place));
    const statements = [said('A', 'stands'), said('B', 'rejected')];
    const records = { nodes: [home], relationships: [], evidence: [], statements };
    const { properties, disputed } = completed(records, 'organisation/home');
    expect(properties.aliases).toEqual(['A', 'C']);
    expect(disputed).toEqual([]);
  });

  test('an inspection whose judgements of one area differ in grade, and both of them', () => {
    const records = judgedVisit(['good', { document: news }], ['outstanding', { document: report }]);
    expect(completed(records, 'inspection/visit').disputed).toEqual(['judgements']);
    expect(completed(records, 'judgement/good')).toMatchObject({
      disputed: ['grade'],
      properties: { standing: 'also said' },
    });
    expect(completed(records, 'judgement/outstanding')).toMatchObject({
      disputed: ['grade'],
      properties: { standing: 'stands' },
    });
  });

  test('not what two labels of one rank say', () => {
    const records = judgedVisit(['adequate', { document: news }], ['satisfactory', { document: report }]);
    expect(completed(records, 'inspection/visit').disputed).toEqual([]);
  });

  test('not a judgement beside one that was rejected', () => {
    const records = judgedVisit(
      ['good', { document: news }],
      ['outstanding', { document: report }, 'rejected'],
    );
    expect(completed(records, 'inspection/visit').disputed).toEqual([]);
    expect(completed(records, 'judgement/good').properties.standing).toBe('stands');
    expect(completed(records, 'judgement/outstanding').properties.standing).toBe('rejected');
  });
});

describe('derived is', () => {
  test('the date of a quote from the first of its documents to come out, unless it says its own', () => {
    const quote = node({ id: 'quote/one', type: 'Quote', text: 'Well done.' });
    const dated = node({ id: 'quote/two', type: 'Quote', text: 'Well done.', saidOn: '2009-05' });
    const records = {
      nodes: [...documents, quote, dated],
      relationships: [quote, dated].flatMap(({ id }) => [
        join('QUOTED_IN', id, 'document/later'),
        join('QUOTED_IN', id, 'document/news'),
      ]),
      evidence: [],
      statements: [],
    };
    expect(completed(records, 'quote/one').properties.date?.edtf).toBe('2010');
    expect(completed(records, 'quote/two').properties.date?.edtf).toBe('2009-05');
  });

  test('the date of a judgement from its inspection, and its grade from the scale of that day', () => {
    const { properties } = completed(judgedVisit(['adequate', { document: news }]), 'judgement/adequate');
    expect(properties.date?.edtf).toBe('2010');
    expect(properties.grade).toEqual({ scale: 'ofsted-social-care-2005', rank: 3, of: 4 });
    expect(properties.name).toBe('overall: adequate');
  });

  test('nothing that no longer follows', () => {
    const stale = judgedVisit(['adequate', { document: news }]);
    const complete = completeRecords(stale);
    const alone = completed({ ...complete, relationships: [] }, 'judgement/adequate');
    expect(alone.properties.date).toBeUndefined();
  });
});

test('completing twice, or in another order, changes nothing', () => {
  const worlds = [
    visitWith(
      'endedOn',
      ['2010-03', { document: news }],
      ['2010-04', outside],
      ['2010', { document: report }],
    ),
    judgedVisit(['good', { document: news }], ['outstanding', outside], ['adequate', { document: later }]),
  ];
  const world = fc.constantFrom(...worlds).chain((records) =>
    fc.record({
      nodes: shuffled(records.nodes),
      relationships: shuffled(records.relationships),
      evidence: shuffled(records.evidence),
      statements: shuffled(records.statements),
      original: fc.constant(records),
    }),
  );
  fc.assert(
    fc.property(world, ({ original, ...records }) => {
      const once = completeRecords(records);
      expect(completeRecords(once)).toEqual(once);
      expect(byId(once)).toEqual(byId(completeRecords(original)));
    }),
    { numRuns: 50 },
  );
});

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function byId(records: GraphRecords): Map<NodeId | string, unknown> {
  return new Map(
    [...records.nodes, ...records.relationships, ...records.statements]
      .map((record) => [record.id, record] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
