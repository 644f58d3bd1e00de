import { expect, test } from 'vitest';
import { partialDate } from '../../../../schema/parse-partial-date.ts';
import { checkValue } from '../../../../schema/property-kinds.ts';
import { fieldOfValue, isSameField, readField } from './value-text.ts';

test('a value that is shown and read again is the same value, whatever its kind', () => {
  expect(readField('date', fieldOfValue('date', partialDate('2018-03~')))).toEqual(given('2018-03~'));
  expect(readField('boolean', fieldOfValue('boolean', false))).toEqual(given(false));
  expect(readField('number', fieldOfValue('number', 3.5))).toEqual(given(3.5));
  expect(readField('texts', fieldOfValue('texts', ['CAFCASS', 'Cafcass England']))).toEqual(
    given(['CAFCASS', 'Cafcass England']),
  );
});

test('what is left empty takes the value away, and blanks around it do not count', () => {
  expect(readField('text', '  ')).toEqual(given(null));
  expect(readField('texts', ['', '  '])).toEqual(given(null));
  expect(readField('text', ' a name ')).toEqual(given('a name'));
  expect(isSameField(['a ', ''], ['a'])).toBe(true);
  expect(isSameField('a', 'b')).toBe(false);
});

test('a number is read as it is printed, and what is none is told in words of the form', () => {
  expect(readField('number', '1,204')).toEqual(given(1204));
  expect(readField('number', 'many')).toEqual({
    kind: 'problem',
    message: 'Write a number such as 1204 or 3.5.',
  });
  expect(readField('link', 'javascript:alert(1)').kind).toBe('problem');
});

test('every value that the form lets pass is one that the tables take', () => {
  for (const [kind, typed] of [
    ['date', '2018-13'],
    ['dates', ['2018', 'spring']],
    ['dateOrDuration', 'P3M'],
    ['longText', 'x'],
  ] as const) {
    const read = readField(kind, typed);
    const taken = checkValue(kind, typed);
    expect(read.kind, kind).toBe(taken.kind);
  }
});

function given(input: unknown) {
  return { kind: 'value', input };
}
