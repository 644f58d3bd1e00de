import { describe, expect, test } from 'vitest';
import { nodeId } from './ids.ts';
import {
  kindOfProperty,
  parseEvidence,
  parseNode,
  parseRelationship,
  parseStatement,
} from './parse-record.ts';
import { type Parsed, printProblem } from './problems.ts';

const place = { file: 'small.json', record: 'here' };
const ada = nodeId('person/ada');

function messages(parsed: Parsed<unknown>): string[] {
  return parsed.kind === 'value' ? [] : parsed.problems.map(printProblem);
}

function readOf<Value>(parsed: Parsed<Value>): Value {
  if (parsed.kind === 'problems') throw new Error(messages(parsed).join('\n'));
  return parsed.value;
}

describe('a node', () => {
  test('is read with its dates parsed, at version 1 and undisputed', () => {
    const given = {
      id: 'inspection/visit',
      type: 'Inspection',
      name: 'Visit',
      startedOn: '2014-04~',
      isPilot: true,
    };
    expect(readOf(parseNode(given, place))).toEqual({
      id: 'inspection/visit',
      type: 'Inspection',
      version: 1,
      disputed: [],
      properties: {
        name: 'Visit',
        startedOn: { edtf: '2014-04~', earliest: '2014-04-01', latest: '2014-04-30' },
        isPilot: true,
      },
    });
  });

  test('has a made name where its type makes one', () => {
    const quote = { id: 'quote/one', type: 'Quote', text: 'Well done.' };
    expect(readOf(parseNode(quote, place)).properties.name).toBe('“Well done.”');
    expect(messages(parseNode({ ...quote, name: 'Mine' }, place))).toEqual([
      'small.json: here: name: the type has no such property, or it is derived',
    ]);
  });

  test('tells all of its problems at once', () => {
    const given = {
      id: 'Person/Ada',
      type: 'Person',
      honorific: ' ',
      aliases: ['A', 2],
      note: null,
      startedOn: '2014',
    };
    expect(messages(parseNode(given, place))).toEqual([
      'small.json: here: id: “Person/Ada” is not the id of a node',
      'small.json: here: honorific: text is empty; leave the property out instead',
      'small.json: here: aliases: member 2: expected text',
      'small.json: here: note: expected text',
      'small.json: here: startedOn: the type has no such property, or it is derived',
      'small.json: here: name: a name is needed',
    ]);
  });

  test('is refused with a name that no index could hold', () => {
    const given = { id: 'person/ada', type: 'Person', name: 'A'.repeat(1_001) };
    expect(messages(parseNode(given, place))).toEqual([
      'small.json: here: name: the text is longer than 1000 characters',
    ]);
  });

  test('is refused with a zero character, which a store could take for its end', () => {
    const given = { id: 'person/ada', type: 'Person', name: 'Ada\0Lovelace' };
    expect(messages(parseNode(given, place))).toEqual([
      'small.json: here: name: the text holds a zero character',
    ]);
  });

  test.each([
    ['date', 'Inspection', '2014'],
    ['grade', 'Judgement', { rank: 1 }],
  ])('cannot be given its %s, which is derived', (field, type, value) => {
    const given = { id: 'x/y', type, name: 'X', label: 'good', [field]: value };
    expect(messages(parseNode(given, place)).join()).toContain(`${field}: the type has no such property`);
  });

  test.each([
    ['Measure', 'value', Number.NaN, 'expected a finite number'],
    ['Measure', 'value', '7', 'expected a finite number'],
    [
      'Document',
      'sourceUrl',
      'javascript:alert(1)',
      'expected an address that begins with https:// or http://',
    ],
    ['Document', 'sourceUrl', 'report.pdf', 'expected a web address'],
    ['Recommendation', 'due', 'soon', 'expected a date in EDTF or a duration in ISO 8601, such as “P3M”'],
    ['Inspection', 'isPilot', 'no', 'expected true or false'],
  ])('of type %s whose %s is %s is refused', (type, field, value, message) => {
    const given = { id: 'x/y', type, metric: 'm', text: 't', [field]: value };
    expect(messages(parseNode(given, place))).toContain(`small.json: here: ${field}: ${message}`);
  });

  test.each(['P3M', 'P1Y6M', 'P2W', '2024-06', '2024-06?'])('may be due %s', (due) => {
    const given = { id: 'x/y', type: 'Recommendation', text: 'Clear the backlog.', due };
    expect(readOf(parseNode(given, place)).properties.due).toBe(due);
  });

  test('of a type that is not in the table is refused', () => {
    expect(messages(parseNode({ id: 'x/y', type: 'toString' }, place))).toEqual([
      'small.json: here: type: “toString” is not a node type',
    ]);
    expect(messages(parseNode({}, place))).toContain('small.json: here: type: nothing is not a node type');
  });
});

describe('a relationship', () => {
  const post = { type: 'HOLDS_POST', start: 'person/ada', end: 'organisation/home' };

  test('is read with an id made of its type, ends and key', () => {
    const read = readOf(
      parseRelationship({ ...post, title: 'manager', attestedOn: ['2014', '2015-02'] }, place),
    );
    expect(read).toMatchObject({
      from: 'person/ada',
      to: 'organisation/home',
      properties: { title: 'manager' },
    });
    expect(read.properties.attestedOn?.map(({ edtf }) => edtf)).toEqual(['2014', '2015-02']);
    const keyed = readOf(parseRelationship({ ...post, key: 'second' }, place));
    expect(keyed.id).not.toBe(read.id);
  });

  test('tells its problems', () => {
    const given = { ...post, end: 'Home', key: 2, from: 'long ago', colour: 'red' };
    expect(messages(parseRelationship(given, place))).toEqual([
      'small.json: here: “person/ada” or “Home” is not the id of a node',
      'small.json: here: key: expected text',
      'small.json: here: from: “long ago” is not a date in EDTF level 1',
      'small.json: here: colour: the type has no such property, or it is derived',
    ]);
    expect(messages(parseRelationship({ ...post, type: 'LIKES' }, place))).toEqual([
      'small.json: here: “LIKES” is not a relationship type',
    ]);
  });
});

describe('evidence', () => {
  test('is stated in a document unless it says otherwise', () => {
    const read = readOf(parseEvidence(ada, { document: 'document/report', locator: 'page 1' }, place));
    expect(read).toMatchObject({
      of: ada,
      basis: 'stated',
      locator: 'page 1',
      words: null,
      explanation: null,
    });
  });

  test.each([
    [{}, 'document: a stated fact names its document'],
    [{ document: 'The report' }, 'document: “The report” is not the id of a document'],
    [{ basis: 'rumour' }, 'basis: expected one of: stated, inferred, outside'],
    [{ basis: 'outside' }, 'explanation: outside evidence says why or from where'],
    [
      { basis: 'inferred', document: 'document/report' },
      'explanation: inferred evidence says why or from where',
    ],
    [{ document: 'document/report', page: 3 }, 'page: evidence has no such field'],
    [{ document: 'document/report', words: '' }, 'words: expected text'],
  ])('%j is refused', (given, message) => {
    expect(messages(parseEvidence(ada, given, place))).toContain(`small.json: here: ${message}`);
  });
});

describe('a statement', () => {
  const home = { id: nodeId('organisation/home'), type: 'Organisation' } as const;

  test('holds one value, of a list one member, in the form of the property', () => {
    const alias = readOf(parseStatement(home, { property: 'aliases', value: 'Hill' }, place));
    expect(alias).toMatchObject({
      of: home.id,
      property: 'aliases',
      value: 'Hill',
      standing: 'stands',
      reason: null,
    });
    const visit = { id: nodeId('inspection/visit'), type: 'Inspection' } as const;
    const started = { property: 'startedOn', value: '2014-04~', standing: 'rejected', reason: 'a slip' };
    expect(readOf(parseStatement(visit, started, place))).toMatchObject({
      value: '2014-04~',
      reason: 'a slip',
    });
  });

  test.each([
    [{ property: 'shoes', value: 'x' }, 'shoes: Organisation has no property “shoes”'],
    [{ value: 'x' }, 'property: Organisation has no property “property”'],
    [{ property: 'aliases', value: ['x'] }, 'aliases: expected text'],
    [{ property: 'kind', value: 'x', standing: 'maybe' }, 'kind: expected one value and a standing'],
    [{ property: 'kind', value: 'x', reason: 3 }, 'kind: expected the reason as text'],
  ])('%j is refused', (given, message) => {
    expect(messages(parseStatement(home, given, place))).toEqual([`small.json: here: ${message}`]);
  });
});

test('the kind of a property is that of its type, and inherited names are none', () => {
  expect(kindOfProperty('Inspection', 'startedOn')).toBe('date');
  expect(kindOfProperty('HOLDS_POST', 'attestedOn')).toBe('dates');
  expect(kindOfProperty('Person', 'startedOn')).toBeNull();
  expect(kindOfProperty('Person', 'constructor')).toBeNull();
});
