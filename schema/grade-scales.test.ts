import { describe, expect, test } from 'vitest';
import { gradeOf, gradeScaleKeys, gradeScales } from './grade-scales.ts';
import { partialDate } from './parse-partial-date.ts';

describe('a label means', () => {
  test.each([
    ['adequate', '2008-05', 'ofsted-social-care-2005', 3, 4],
    ['satisfactory', '2009-02-16', 'ofsted-social-care-2005', 3, 4],
    ['Good', '2014-04~', 'ofsted-social-care-2005', 2, 4],
    ['requires improvement', '2014-04~', 'ofsted-social-care-2013', 3, 4],
    ['Requires improvement to be good', '2024', 'ofsted-social-care-2013', 3, 4],
    ['Outstanding', '2018-03-28', 'ofsted-social-care-2013', 1, 4],
    ['exceptional', '2025-12', 'ofsted-report-card-2025', 1, 5],
    ['Typically positive experiences and outcomes', '2024-01', 'area-send-2023', 1, 3],
  ])('“%s” in %s: %s, rank %i of %i', (label, on, scale, rank, of) => {
    expect(gradeOf(label, partialDate(on))).toEqual({ scale, rank, of });
  });

  test.each([
    ['consistently inadequate', '2009-04/2010-03'],
    ['not judged', '2018'],
    ['adequate', '2018'],
    ['exceptional', '2018'],
    ['requires improvement', '2008'],
  ])('no rank: “%s” in %s', (label, on) => {
    expect(gradeOf(label, partialDate(on))).toBeNull();
  });

  test('the oldest scale that lists it, where the day is not known', () => {
    expect(gradeOf(' OUTSTANDING ', null)?.scale).toBe('ofsted-social-care-2005');
    expect(gradeOf('exceptional', null)?.scale).toBe('ofsted-report-card-2025');
  });
});

test('every scale ranks all of its labels, each once, on a day of its own', () => {
  for (const key of gradeScaleKeys) {
    const { ranks, validFrom, validTo } = gradeScales[key];
    const labels: string[] = ranks.flat();
    expect(new Set(labels).size, key).toBe(labels.length);
    for (const [index, names] of ranks.entries())
      for (const label of names) {
        const grade = gradeOf(label, partialDate(validTo ?? validFrom ?? '2000'));
        expect(grade, `${key} ${label}`).toMatchObject({ rank: index + 1, of: ranks.length });
      }
  }
});
