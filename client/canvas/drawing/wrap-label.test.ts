import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureText } from './measure-text.ts';
import { wrapLabel } from './wrap-label.ts';

const look = { size: 12, face: 'bold' } as const;

test('a name breaks between words', () => {
  expect(wrapLabel('Birmingham and Black Country', 80, 3, look)).toEqual([
    'Birmingham',
    'and Black',
    'Country',
  ]);
});

test('what does not fit is cut and marked', () => {
  expect(wrapLabel('Birmingham and Black Country', 80, 2, look)).toEqual(['Birmingham', 'and Black C…']);
  expect(wrapLabel('Landschaftsverband', 60, 2, look)).toEqual(['Landsch…']);
});

test('no line is wider than allowed, whatever the words', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.integer({ min: 30, max: 200 }),
      (text, width) => {
        const lines = wrapLabel(text, width, 2, look);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(measureText(line, look)).toBeLessThanOrEqual(width);
      },
    ),
  );
});
