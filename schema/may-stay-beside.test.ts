import { expect, test } from 'vitest';
import { mayStayBeside } from './may-stay-beside.ts';

test('a date that tells less may stay beside the chosen one that lies in it; one that tells more may not', () => {
  expect(mayStayBeside('date', '2018', '2018-03-28')).toBe(true);
  expect(mayStayBeside('date', '2018-03-28', '2018')).toBe(false);
  expect(mayStayBeside('date', '2019', '2018-03-28')).toBe(false);
});

test('other words may not, and members of a list always may', () => {
  expect(mayStayBeside('text', 'Cafcass', 'cafcass')).toBe(true);
  expect(mayStayBeside('text', 'Cafcass', 'Ofsted')).toBe(false);
  expect(mayStayBeside('texts', 'Cafcass', 'Ofsted')).toBe(true);
});
