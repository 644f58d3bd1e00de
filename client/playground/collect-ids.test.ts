import { expect, test } from 'vitest';
import { collectIds } from './collect-ids.ts';

const relationship = 'relationship/0123456789abcdef01234567';

test('ids are found wherever they stand, whatever they are called, each once and in order', () => {
  const result = {
    data: {
      a: {
        key: 'person/anthony-douglas',
        posts: { edges: [{ id: relationship, node: { id: 'organisation/cafcass' } }] },
      },
      b: [null, { id: 'person/anthony-douglas' }, { nodes: ['judgement/cafcass-2018/overall/good'] }],
    },
  };
  expect(collectIds(result)).toEqual({
    nodes: ['person/anthony-douglas', 'organisation/cafcass', 'judgement/cafcass-2018/overall/good'],
    relationships: [relationship],
  });
});

test('other texts are no ids: addresses, evidence, words with a slash', () => {
  const result = {
    data: {
      url: 'http://localhost/person/one',
      evidence: { id: 'evidence/0123456789abcdef01234567' },
      words: 'person/Somebody Else',
      range: '2020-11/2021-04',
      path: 'and/or',
    },
  };
  expect(collectIds(result)).toEqual({ nodes: [], relationships: [] });
});

test('a result that nests deeply is read to its end', () => {
  let result: unknown = { id: 'person/one' };
  for (let depth = 0; depth < 20_000; depth++) result = [result];
  expect(collectIds(result).nodes).toEqual(['person/one']);
});
