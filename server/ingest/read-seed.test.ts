import { expect, test } from 'vitest';
import { printProblem } from '../../schema/problems.ts';
import { readSeed } from './read-seed.ts';

type Given = Readonly<Record<string, unknown>>;

const source = { document: 'document/report', locator: 'page 1' };
const report = { id: 'document/report', type: 'Document', name: 'Report' };
const ada = { id: 'person/ada', type: 'Person', name: 'Ada' };
const home = { id: 'organisation/home', type: 'Organisation', name: 'Home' };
const visit = { id: 'inspection/visit', type: 'Inspection', name: 'Visit' };
const post = { type: 'HOLDS_POST', start: ada.id, end: home.id, title: 'manager', evidence: [source] };

/** The problems of a seed with these records, each in one line, without the name of the file. */
function problemsOf(
  nodes: readonly unknown[],
  relationships: readonly unknown[] = [],
  head: Given = {},
): string[] {
  const seed = { format: 1, name: 'small', title: 'Small', startingViews: [], nodes, relationships, ...head };
  const parsed = readSeed(JSON.stringify(seed), 'small.json');
  return parsed.kind === 'value'
    ? []
    : parsed.problems.map((each) => printProblem(each).replace('small.json: ', ''));
}

test('a seed that is right has no problems', () => {
  expect(problemsOf([report, ada, home, visit], [post])).toEqual([]);
});

test('every problem is told, not just the first, by file, record and field', () => {
  const problems = problemsOf(
    [
      report,
      { ...ada, honorific: 7 },
      { ...visit, startedOn: 'June', colour: 'red' },
      { type: 'Robot', id: 'x/y' },
    ],
    [{ ...post, interim: 'yes' }],
  );
  expect(problems).toEqual([
    'person/ada: honorific: expected text',
    'inspection/visit: startedOn: “June” is not a date in EDTF level 1',
    'inspection/visit: colour: the type has no such property, or it is derived',
    'x/y: type: “Robot” is not a node type',
    'relationships[0] HOLDS_POST person/ada → organisation/home: interim: expected true or false',
  ]);
});

test('text that is no JSON object, and a head that this version cannot read', () => {
  expect(readSeed('{', 'small.json')).toMatchObject({
    kind: 'problems',
    problems: [{ code: 'FILE_INVALID' }],
  });
  expect(readSeed('[]', 'small.json')).toMatchObject({ kind: 'problems' });
  const problems = problemsOf([report], [], { format: 2, name: 'Two Words', title: '', sources: [] });
  expect(problems).toEqual([
    'sources: a seed has no such field',
    'format: this version reads format 1, the file says 2',
    'name: expected a name of lower-case letters, digits and dashes',
    'title: expected text',
  ]);
});

test('records that are no objects, and lists that are no lists', () => {
  expect(problemsOf([7, { ...ada, evidence: 'the report' }], ['x'])).toEqual([
    'nodes[0]: expected a node as an object',
    'person/ada: evidence: expected a list',
    'relationships[0]: expected a relationship as an object',
  ]);
});

test('two nodes of one id, and one relationship given twice', () => {
  const problems = problemsOf([report, ada, home, ada], [post, { ...post, title: 'owner' }]);
  expect(problems).toContain('person/ada: another node has this id');
  expect(problems).toContain(
    'relationships[1] HOLDS_POST person/ada → organisation/home: the same relationship is given twice; a key tells parallel ones apart',
  );
  expect(problemsOf([report, ada, home], [post, { ...post, key: 'owner', title: 'owner' }])).toEqual([]);
});

test('ends and documents that are not in the file', () => {
  expect(problemsOf([report, ada], [post])).toEqual([
    'relationships[0] HOLDS_POST person/ada → organisation/home: end: there is no node “organisation/home”',
  ]);
  expect(problemsOf([ada, { ...home, evidence: [source] }])).toEqual([
    'organisation/home: document: there is no document “document/report”',
  ]);
  expect(problemsOf([{ ...home, evidence: [{ document: 'person/ada' }] }, ada])).toEqual([
    'organisation/home: document: “person/ada” is a Person',
  ]);
});

test('a record with a problem of its own is not told as missing besides', () => {
  expect(problemsOf([report, { ...ada, honorific: 7 }, home], [post])).toHaveLength(1);
});

test('ends that the relationship type does not join, or that have one already', () => {
  expect(problemsOf([report, ada, home], [{ ...post, start: home.id, end: ada.id }])).toEqual([
    'relationships[0] HOLDS_POST organisation/home → person/ada: HOLDS_POST does not join Organisation to Person',
  ]);
  const good = { id: 'judgement/good', type: 'Judgement', label: 'good' };
  const other = { ...visit, id: 'inspection/other' };
  const judged = { type: 'JUDGED', start: visit.id, end: good.id, evidence: [source] };
  expect(problemsOf([report, visit, other, good], [judged, { ...judged, start: other.id }])).toEqual([
    'relationships[1] JUDGED inspection/other → judgement/good: end: “judgement/good” has a JUDGED relationship already',
  ]);
});

test('a relationship or a statement without evidence, and evidence that explains nothing', () => {
  const place = 'relationships[0] HOLDS_POST person/ada → organisation/home';
  expect(problemsOf([report, ada, home], [{ ...post, evidence: [] }])).toEqual([
    `${place}: a relationship needs evidence: name its source`,
  ]);
  expect(problemsOf([report, ada, home], [{ ...post, evidence: [{ basis: 'outside' }] }])).toEqual([
    `${place}: explanation: outside evidence says why or from where`,
  ]);
  const statement = { property: 'honorific', value: 'Dr' };
  expect(problemsOf([report, { ...ada, honorific: 'Dr', statements: [statement] }])).toEqual([
    'person/ada: statement on honorific: a statement names its source',
  ]);
});

test('statements that are not those of the values on the record', () => {
  const said = (property: string, value: string) => ({ property, value, evidence: [source] });
  const doctor = { ...ada, honorific: 'Sir', statements: [said('honorific', 'Dr')] };
  expect(problemsOf([report, doctor])).toEqual([
    'person/ada: honorific: the record carries “Sir”, but “Dr” stands',
  ]);
  const named = { ...home, aliases: ['H'], statements: [said('aliases', 'Hill'), said('shoes', '2')] };
  expect(problemsOf([report, named])).toEqual([
    'organisation/home: shoes: Organisation has no property “shoes”',
    'organisation/home: aliases: “Hill” is stated, but the list lacks it',
  ]);
});

test('starting views with an unknown node, arrangement or field', () => {
  const view = { id: 'all', title: 'All', says: 'All of it.', arrangement: 'time', nodes: [ada.id] };
  const views = [
    view,
    { ...view, arrangement: 'spiral', zoom: 2 },
    { ...view, id: 'two', nodes: ['person/bo'] },
  ];
  expect(problemsOf([ada], [], { startingViews: [views[0], views[2]] })).toEqual([
    'two: nodes: there is no node “person/bo”',
  ]);
  expect(problemsOf([ada], [], { startingViews: [views[1]] })).toEqual([
    'startingViews[0]: arrangement: expected one of: time, free',
    'startingViews[0]: zoom: a starting view has no such field',
  ]);
});
