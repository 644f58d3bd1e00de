import { expect, test } from 'vitest';
import { putView, readShelf, removeView, renameView, type SavedView, tidyName, writeShelf } from './shelf.ts';

const view = (name: string, nodes = 3): SavedView => ({
  name,
  savedAt: '2026-11-26T12:00:00.000Z',
  nodes,
  text: '1.abc',
});
const shelf = putView(putView([], view('Grit')), view('Posts'));

test('what is put on the shelf stands first, and takes the place of what had its name', () => {
  expect(shelf.map(({ name }) => name)).toEqual(['Posts', 'Grit']);
  expect(putView(shelf, view('Grit', 9))).toEqual([view('Grit', 9), view('Posts')]);
});

test('the shelf comes out of storage as it went in', () => {
  expect(readShelf(writeShelf(shelf))).toEqual({ shelf, isDamaged: false });
  expect(readShelf(null)).toEqual({ shelf: [], isDamaged: false });
});

test('a view is renamed in its place, but not to the name of another one or to none', () => {
  expect(renameView(shelf, 'Posts', '  Who  held what ')?.map(({ name }) => name)).toEqual([
    'Who held what',
    'Grit',
  ]);
  expect(renameView(shelf, 'Posts', 'Grit')).toBeNull();
  expect(renameView(shelf, 'Posts', ' ')).toBeNull();
  expect(renameView(shelf, 'Posts', 'Posts')).toEqual(shelf);
});

test('a view that is removed can be put back', () => {
  const without = removeView(shelf, 'Posts');
  expect(without).toEqual([view('Grit')]);
  expect(putView(without, view('Posts'))).toEqual(shelf);
});

test.each(['', '{', 'null', '7', '{"version":2,"views":[]}', '{"version":1,"views":{}}'])(
  'storage that says %j is survived, and told to be damaged',
  (stored) => {
    expect(readShelf(stored)).toEqual({ shelf: [], isDamaged: true });
  },
);

test('where one view of several is damaged, the others are kept', () => {
  const views = [view('Grit'), { name: 'x' }, null, { ...view('Late'), savedAt: 'yesterday' }];
  expect(readShelf(JSON.stringify({ version: 1, views }))).toEqual({
    shelf: [view('Grit')],
    isDamaged: true,
  });
});

test('a name has no spaces around it and an end', () => {
  expect(tidyName('  a   b ')).toBe('a b');
  expect(tidyName('x'.repeat(99))).toHaveLength(80);
});
