import { expect, test } from 'vitest';
import { fingerprintOf, readCursor, writeCursor } from './cursor.ts';

const list = fingerprintOf({ types: ['Person'], order: 'name' });

test('a cursor brings back its position, missing values included', () => {
  const position = ['ältere', 4, null, 'person/a'];
  expect(readCursor(writeCursor(position, list), list)).toEqual(position);
});

test('a cursor is a text that needs no escaping in an address', () => {
  expect(writeCursor(['?&/“', null], list)).toMatch(/^[\w-]+$/);
});

test('a cursor of another list is refused', () => {
  const other = fingerprintOf({ types: ['Person'], order: 'date' });
  expect(() => readCursor(writeCursor(['a'], other), list)).toThrow(/another list/);
});

test.each([
  '',
  'nonsense',
  Buffer.from('{"a":1}').toString('base64url'),
  Buffer.from('[[1]]').toString('base64url'),
])('“%s” is no cursor', (text) => {
  expect(() => readCursor(text, list)).toThrow(/is not a cursor/);
});
