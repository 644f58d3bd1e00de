import { expect, test } from 'vitest';
import { makeNode } from '../../../test/support/small-world.ts';
import { BlockDamaged, packItems, unpackItems } from './journal-block.ts';
import { sealItem } from './seal-entry.ts';

const ada = makeNode('person/ada', 'Person', { name: 'Ada — “Ä”\nsecond line' });
const whole = { record: ada, evidence: [], statements: [] };
const items = [
  sealItem({ ordinal: 7, record: ada.id, before: null, after: whole }),
  sealItem({ ordinal: 8, record: ada.id, before: whole, after: null }),
  { ordinal: 9, record: null, before: null, after: null, salt: null, hash: 'erased' },
];

test('what was packed comes out as it was, erased items too', () => {
  expect(unpackItems(packItems(items), 7)).toEqual(items);
  expect(unpackItems(packItems([]), 0)).toEqual([]);
});

test('a hundred items that are much alike take less than a fifth of their text', () => {
  const many = Array.from({ length: 100 }, (_each, ordinal) =>
    sealItem({ ordinal, record: ada.id, before: whole, after: whole }),
  );
  const text = many.map(({ before, after }) => `${before}${after}`).join('').length;
  expect(packItems(many).length).toBeLessThan(text / 5);
});

test('bytes that are no items are told, whatever they are', () => {
  const packed = packItems(items);
  expect(() => unpackItems(packed.slice(0, -5), 0)).toThrow(BlockDamaged);
  expect(() => unpackItems(Buffer.from('no block'), 0)).toThrow(BlockDamaged);
  expect(() => unpackItems(packItems(items).subarray(0, 0), 0)).toThrow(BlockDamaged);
});
