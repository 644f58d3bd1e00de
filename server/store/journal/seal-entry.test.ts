import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeNode } from '../../../test/support/small-world.ts';
import { hashItems, makeSalt, requestKey, sealEntry, sealItem } from './seal-entry.ts';

const after = {
  record: makeNode('person/ada', 'Person', { name: 'Ada' }),
  evidence: [],
  statements: [],
};
const item = { ordinal: 0, record: after.record.id, before: null, after };
const open = {
  sequence: 1,
  at: '2026-01-02T03:04:05.000Z',
  author: 'Eve',
  reason: 'a “reason”',
  request: null,
  items: 1,
  erased: null,
};

test('an item has the hash that this version has always given it', () => {
  expect(sealItem(item, 'salt')).toEqual({
    ordinal: 0,
    record: 'person/ada',
    before: null,
    after:
      '{"evidence":[],"record":{"disputed":[],"id":"person/ada","properties":{"name":"Ada"},"type":"Person","version":1},"statements":[]}',
    salt: 'salt',
    hash: 'wi-s2pjytHKCg776QTEXtKWf2NskV0y3H7km4uJta3c',
  });
});

test('an entry has the hash that this version has always given it', () => {
  const hashes = hashItems();
  hashes.add(sealItem(item, 'salt').hash);
  const itemsHash = hashes.end();
  const first = sealEntry('', { ...open, itemsHash }, () => 'salt');
  expect([first.itemsHash, first.authorHash, first.reasonHash, first.hash]).toEqual([
    '30CgVMI3ygbdSkIuEMbZ9KRKCCkScQzvJff7GDDUF7k',
    'Kx6r3b7SJiMCMsYY_rmE-KnroEiNWv8Bbv7tnFaXb_A',
    'XAb9yqI8Rt5sL5AZiVcGsxlnx0P6hY0MKRDmd6fk-qc',
    'FnPof1IUV356ylniga0fFv08eewALw0HMlk-vTpMr3E',
  ]);
  const request = { request: requestKey('Eve', 'key-1'), input: 'input' };
  const second = sealEntry(first.hash, { ...open, sequence: 2, itemsHash, request }, () => 'salt');
  expect([second.request, second.requestHash, second.hash]).toEqual([
    'UUjTzqL20H6rfCma0wTkKE8fKrJ4kSv_L59lDU-OFlg',
    'N-sJYu4L-9gieTcX4UUsHH4OkFpupTfqftXgWR8xw7I',
    'MZxz_mzq5kPiEMhksJ5hO_qJhoC8j5cBw9b9i4DXQdQ',
  ]);
});

test('the hash of an entry can be computed by anyone, from what ARCHITECTURE.md says of it', () => {
  const sealed = sealEntry('before', { ...open, itemsHash: 'items' }, () => 'salt');
  const sha = (text: string) => createHash('sha256').update(text).digest('base64url');
  const lines = ['oversight-journal-1', 'before', '1', '"2026-01-02T03:04:05.000Z"'];
  lines.push(sha('salt\n"Eve"'), sha('salt\n"a “reason”"'), '', '1', 'items', '');
  expect(sealed.hash).toBe(sha(lines.join('\n')));
});

test('the same author has another hash each time, so that nobody can try names', () => {
  const entry = { ...open, itemsHash: 'items' };
  expect(sealEntry('', entry).authorHash).not.toBe(sealEntry('', entry).authorHash);
  expect(makeSalt()).toMatch(/^[\w-]{22}$/);
});
