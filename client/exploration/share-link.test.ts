import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { readShareLink, writeShareLink } from './share-link.ts';

test('the selected node goes into the address and comes out of it', () => {
  const view = { selected: nodeId('person/anthony-douglas') };
  expect(writeShareLink(view)).toBe('#/selected=person/anthony-douglas');
  expect(readShareLink(writeShareLink(view))).toEqual(view);
});

test('an address that says nothing that we understand selects nothing', () => {
  for (const fragment of ['', '#', '#/', '#/selected=', '#/selected=../../etc', '#/other=1'])
    expect(readShareLink(fragment)).toEqual({ selected: null });
});
