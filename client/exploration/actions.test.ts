import { expect, test } from 'vitest';
import { actionOfPress, isLetterPress, pressOf, printPress } from './actions.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test('a letter is the same key with Caps Lock, and another with Shift', () => {
  expect(pressOf({ ...plain, key: 'E' })).toBe('e');
  expect(pressOf({ ...plain, key: 'E', shiftKey: true })).toBe('Shift+e');
});

test('a sign is itself however the keyboard makes it, and Command counts as Ctrl', () => {
  expect(pressOf({ ...plain, key: '?', shiftKey: true })).toBe('?');
  expect(pressOf({ ...plain, key: '/', shiftKey: true })).toBe('/');
  expect(pressOf({ ...plain, key: 'z', metaKey: true, shiftKey: true })).toBe('Ctrl+Shift+z');
});

test('undo is a key of the whole page, selecting all only where there is something to select', () => {
  expect(actionOfPress('page', 'Ctrl+z')).toBe('undo');
  expect(actionOfPress('page', 'Ctrl+a')).toBeNull();
  expect(actionOfPress('lists', 'Ctrl+a')).toBe('selectAll');
});

test('letters that are pressed alone can be told from other keys, to be switched off', () => {
  expect(['e', 'Shift+e', 'ö'].map(isLetterPress)).toEqual([true, true, true]);
  expect(['Ctrl+e', '?', 'F10', 'Space'].map(isLetterPress)).toEqual([false, false, false, false]);
});

test('keys are printed as they stand on keyboards', () => {
  expect(printPress('Alt+ArrowUp')).toEqual(['Alt', '↑']);
  expect(printPress('+')).toEqual(['+']);
  expect(printPress('Shift+e')).toEqual(['Shift', 'E']);
});
