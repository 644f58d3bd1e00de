import { expect, test } from 'vitest';
import type { PageRequest } from '../../node-query.ts';
import { newCypherText } from './cypher-text.ts';
import { dateWalk, walksByDate } from './date-walk.ts';
import { walkThrough } from './order-to-cypher.ts';

function walk(page: Partial<PageRequest>): string {
  const request: PageRequest = { direction: 'forward', limit: 10, from: null, ...page };
  const order = [{ by: { kind: 'node', property: 'date' }, direction: 'desc' }] as const;
  const entry = { label: 'Inspection', conditions: () => [], isDated: false };
  return dateWalk(newCypherText(), entry, walkThrough(order, request, 'n', null)).join('\n');
}

const dated = 'USING INDEX n:Inspection(date_earliest, date_latest, id)';
const undated = 'n.date_earliest IS NULL';

test('nodes without a date are looked for only where those with one do not fill the page', () => {
  const text = walk({});
  expect(text.indexOf(dated)).toBeLessThan(text.indexOf(undated));
  expect(text).toMatch(
    /WITH first WHERE size\(first\) < \$p\d+\nCALL \(\) \{\nMATCH \(n:Inspection\) WHERE \(n\.date_earliest IS NULL\)/,
  );
});

test('a list that is walked from its end begins with the nodes without a date', () => {
  const text = walk({ direction: 'backward' });
  expect(text.indexOf(undated)).toBeLessThan(text.indexOf(dated));
});

test('behind a missing date lie no dates, and before a date lie no missing ones', () => {
  expect(walk({ from: [null, null, 'inspection/a'] })).not.toContain(dated);
  expect(walk({ direction: 'backward', from: ['2018-01-01', '2018-12-31', 'inspection/a'] })).not.toContain(
    undated,
  );
});

test('the index begins at the position', () => {
  expect(walk({ from: ['2018-01-01', '2018-12-31', 'inspection/a'] })).toContain('n.date_earliest <= $p');
});

test('other orders are not walked by date', () => {
  const page: PageRequest = { direction: 'forward', limit: 10, from: null };
  expect(walksByDate(walkThrough([], page, 'n', null))).toBe(false);
});
