import { expect, test } from 'vitest';
import { evidenceId, nodeId, relationshipId } from '../../schema/ids.ts';
import type { Evidence, GraphNode, GraphRecords, GraphRelationship } from '../../schema/records.ts';
import type { GraphChange, JournalRecord } from './graph-store.ts';
import { type ExistingRecords, groupRecords, lookupsOf, settleChange } from './settle-change.ts';

const person = node('person/ada', 'Person');
const body = node('organisation/board', 'Organisation');
const report = node('document/report', 'Document');
const inspection = node('inspection/first', 'Inspection');
const judgement = node('judgement/first/overall', 'Judgement');

test('a new node is created at version 1 with one item in the journal', () => {
  const settled = settleChange(put({ nodes: [person] }), nothing());
  expect(settled).toMatchObject({ kind: 'changes', created: 1, changed: 0, removed: 0 });
  expect(settled.kind === 'changes' && settled.items).toMatchObject([{ record: person.id, before: null }]);
});

test('putting what is there already changes nothing, whatever version it names', () => {
  const again = put({ nodes: [{ ...person, version: 9 }] });
  expect(settleChange(again, there({ nodes: [person] })).kind).toBe('unchanged');
});

test('the order in which properties are named is no change, one member of a list is', () => {
  const listed = (properties: GraphNode['properties']) => ({ ...person, properties });
  const before = there({ nodes: [listed({ name: 'Ada', aliases: ['A', 'B'] })] });
  const kindOf = (properties: GraphNode['properties']) =>
    settleChange(put({ nodes: [listed(properties)] }), before).kind;
  expect(kindOf({ aliases: ['A', 'B'], name: 'Ada' })).toBe('unchanged');
  expect(kindOf({ name: 'Ada', aliases: ['A'] })).toBe('changes');
  expect(kindOf({ name: 'Ada', aliases: ['B', 'A'] })).toBe('changes');
  expect(kindOf({ name: 'Ada', aliases: ['A', 'B', 'C'] })).toBe('changes');
  expect(kindOf({ name: 'Ada' })).toBe('changes');
});

test('a changed property counts the version on', () => {
  const renamed = { ...person, properties: { name: 'Ada L.' } };
  const settled = settleChange(put({ nodes: [renamed] }), there({ nodes: [person] }));
  expect(settled.kind === 'changes' && settled.put[0]?.record.version).toBe(2);
});

test('a relationship without evidence is refused', () => {
  const change = put({ nodes: [person, body], relationships: [post()] });
  expect(codes(change)).toEqual(['EVIDENCE_MISSING']);
});

test('a relationship to a node that is not there is refused, and so is one that the table forbids', () => {
  const toNowhere = put({
    nodes: [person, report],
    relationships: [post()],
    evidence: [evidenceOf(post().id)],
  });
  expect(codes(toNowhere)).toEqual(['END_MISSING']);
  const wrong = relationship('HOLDS_POST', person, report);
  const forbidden = put({
    nodes: [person, report],
    relationships: [wrong],
    evidence: [evidenceOf(wrong.id)],
  });
  expect(codes(forbidden)).toEqual(['END_NOT_ALLOWED']);
});

test('a judgement belongs to one inspection only', () => {
  const first = relationship('JUDGED', inspection, judgement);
  const second = relationship('JUDGED', { ...inspection, id: nodeId('inspection/second') }, judgement);
  const change = put({
    nodes: [inspection, { ...inspection, id: nodeId('inspection/second') }, judgement, report],
    relationships: [second],
    evidence: [evidenceOf(second.id)],
  });
  const existing = { ...nothing(), atEnds: new Map([[`JUDGED ${judgement.id}`, [first.id]]]) };
  expect(codes(change, existing)).toEqual(['END_HAS_ONE']);
});

test('what others rest on cannot be removed alone, but can with them', () => {
  const existing = {
    ...there({ nodes: [person], relationships: [post()] }),
    restingOn: new Map([[person.id, [post().id]]]),
  };
  expect(codes({ ...put({}), remove: [person.id] }, existing)).toEqual(['STILL_REFERENCED']);
  expect(codes({ ...put({}), remove: [person.id, post().id] }, existing)).toEqual([]);
});

test('a writer who saw another version is refused', () => {
  const change = { ...put({ nodes: [person] }), expected: [{ id: person.id, version: 3 }] };
  expect(codes(change, there({ nodes: [person] }))).toEqual(['VERSION_CONFLICT']);
});

test('an id that the change names twice is refused', () => {
  expect(codes(put({ nodes: [person, person] }))).toEqual(['ID_TAKEN']);
});

test('evidence in something that is no document is refused', () => {
  const wrong = { ...evidenceOf(person.id), document: body.id };
  expect(codes(put({ nodes: [person, body], evidence: [wrong] }))).toEqual(['END_NOT_ALLOWED']);
});

test('a store is asked for every record, end and document once', () => {
  const change = put({ nodes: [person], relationships: [post()], evidence: [evidenceOf(post().id)] });
  expect(lookupsOf(change)).toEqual({
    records: [person.id, post().id],
    types: [person.id, body.id, report.id],
    singleEnds: [],
    removedNodes: [],
    request: null,
  });
});

function node(id: string, type: GraphNode['type']): GraphNode {
  return { id: nodeId(id), type, version: 1, disputed: [], properties: { name: id } };
}

function relationship(type: GraphRelationship['type'], from: GraphNode, to: GraphNode): GraphRelationship {
  const id = relationshipId(type, from.id, to.id, '');
  return { id, type, from: from.id, to: to.id, version: 1, disputed: [], properties: {} };
}

function post(): GraphRelationship {
  return relationship('HOLDS_POST', person, body);
}

function evidenceOf(of: Evidence['of']): Evidence {
  const id = evidenceId(of, report.id, 'paragraph 1', 'stated', null);
  return {
    id,
    of,
    document: report.id,
    basis: 'stated',
    locator: 'paragraph 1',
    words: null,
    explanation: null,
  };
}

function put(records: Partial<GraphRecords>): GraphChange {
  const whole = { nodes: [], relationships: [], evidence: [], statements: [], ...records };
  return {
    author: 'test',
    reason: 'test',
    at: '2026-01-01T00:00:00Z',
    expected: [],
    put: whole,
    remove: [],
    marks: [],
    idempotencyKey: null,
  };
}

function nothing(): ExistingRecords {
  return {
    records: new Map(),
    types: new Map([[report.id, 'Document']]),
    atEnds: new Map(),
    restingOn: new Map(),
    sequence: 0,
    written: null,
  };
}

function there(records: Partial<GraphRecords>): ExistingRecords {
  const groups: ReadonlyMap<JournalRecord['record']['id'], JournalRecord> = groupRecords(put(records).put);
  return { ...nothing(), records: groups };
}

function codes(change: GraphChange, existing: ExistingRecords = nothing()): string[] {
  const settled = settleChange(change, existing);
  return settled.kind === 'refused' ? settled.problems.map(({ code }) => code) : [];
}
