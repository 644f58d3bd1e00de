import { expect, test } from 'vitest';
import { areaKey } from './judgement-areas.ts';

test('an area has one key, however it is printed', () => {
  expect(areaKey('Overall effectiveness')).toBe('overall');
  expect(areaKey(' Overall  experiences and progress of children and young people ')).toBe('overall');
  expect(areaKey('The effectiveness of leaders and managers')).toBe('leadership and management');
});

test('an area that is not listed is its own key', () => {
  expect(areaKey('Private law practice')).toBe('private law practice');
  expect(areaKey(areaKey('Private law practice'))).toBe('private law practice');
});
