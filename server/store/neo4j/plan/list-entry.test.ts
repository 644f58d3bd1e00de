import { expect, test } from 'vitest';
import type { NodeType } from '../../../../schema/node-types.ts';
import type { NodeWhere, Order } from '../../node-query.ts';
import { newCypherText } from './cypher-text.ts';
import { listEntry } from './list-entry.ts';
import { walkThrough } from './order-to-cypher.ts';

const byName: Order = [{ by: { kind: 'node', property: 'name' }, direction: 'asc' }];
const byDate: Order = [{ by: { kind: 'node', property: 'date' }, direction: 'desc' }];
const firstTen = { direction: 'forward', limit: 10, from: null } as const;

function entry(types: readonly NodeType[], where: NodeWhere | null, order: Order): string {
  return listEntry(newCypherText(), types, where, walkThrough(order, firstTen, 'n', null)).lines.join('\n');
}

const named = (text: string): NodeWhere => ({
  kind: 'property',
  property: 'name',
  test: { kind: 'contains', text },
});
const graded = (ranks: readonly number[], scale: string | null = null): NodeWhere => ({
  kind: 'property',
  property: 'grade',
  test: { kind: 'grade', scale, ranks },
});
const dated: NodeWhere = {
  kind: 'property',
  property: 'date',
  test: { kind: 'before', earliest: '2018-01-01', latest: '2018-12-31' },
};
const inspectedBody = (node: NodeWhere): NodeWhere => ({
  kind: 'related',
  relationship: 'INSPECTED',
  direction: 'out',
  quantifier: 'some',
  node,
  self: null,
});

test('a list by name with no filter walks the index by name', () => {
  expect(entry(['Person'], null, byName)).toMatch(/^MATCH \(n:Person\) USING INDEX n:Person\(name_key, id\)/);
});

test('a list by date whose filter is about the date alone walks the index by date, and looks for no missing ones', () => {
  const text = entry(['Inspection'], dated, byDate);
  expect(text).toContain('USING INDEX n:Inspection(date_earliest, date_latest, id)');
  expect(text).not.toContain('date_earliest IS NULL');
});

test('a list by date with grades walks a stretch of the index for each of them', () => {
  const text = entry(['Judgement'], { kind: 'and', of: [graded([4]), dated] }, byDate);
  expect(text).toContain('USING INDEX n:Judgement(grade_scale, grade_rank, date_earliest, date_latest)');
  expect(text).toMatch(/ORDER BY g\d+ DESC, g\d+ DESC, k\d+ DESC/);
  expect(text).not.toContain('date_earliest IS NULL');
  expect(entry(['Judgement'], graded([4]), byDate)).toContain(
    'USING INDEX n:Judgement(grade_scale, grade_rank)',
  );
});

test('a text in a name leads to a list where few names have it, and its order where many have', () => {
  const [few = '', many = ''] = entry(['Organisation'], named('care'), byName).split('UNION');
  expect(few).toMatch(/MATCH \(o:Organisation\) WHERE o\.name_key CONTAINS/);
  expect(many).toContain('USING INDEX n:Organisation(name_key, id)');
});

test('a text in a name at the far end of a relationship leads there, and other conditions are asked on the way', () => {
  const where: NodeWhere = { kind: 'and', of: [inspectedBody(named('care')), dated] };
  const [few = ''] = entry(['Inspection'], where, byName).split('UNION');
  expect(few).toMatch(/MATCH \(o:Organisation\) .*[\s\S]*MATCH \(o\)<-\[:INSPECTED\]-\(n\)/);
  expect(few).toContain('n.date_latest <');
});

test('a filter of the far end that asks for more than a text in its name leads nowhere', () => {
  const more: NodeWhere = { kind: 'and', of: [named('care'), { kind: 'disputed', value: true }] };
  expect(entry(['Inspection'], inspectedBody(more), byName)).not.toContain('(o:');
  expect(entry(['Inspection'], { kind: 'not', of: inspectedBody(named('x')) }, byName)).not.toContain('(o:');
});
