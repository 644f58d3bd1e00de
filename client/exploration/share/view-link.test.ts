import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { emptyExploration } from '../exploration.ts';
import { runCommand } from '../run-command.ts';
import { exploreSmallWorld } from '../small-world.ts';
import { shareView } from './shared-view.ts';
import { LONGEST_LINK, readLink, writeLink, writeStartLink } from './view-link.ts';
import { NODES_SHARED } from './view-problems.ts';

test('on the first starting view the selected node goes into the address and comes out of it', () => {
  expect(writeStartLink(nodeId('person/anthony-douglas'))).toBe('#/selected=person/anthony-douglas');
  expect(writeStartLink(null)).toBe('');
  expect(readLink('#/selected=person/anthony-douglas')).toEqual({
    kind: 'start',
    selected: 'person/anthony-douglas',
  });
});

test('an address that says nothing that we understand is the first starting view', () => {
  for (const fragment of ['', '#', '#/', '#/selected=', '#/selected=../../etc', '#/other=1'])
    expect(readLink(fragment)).toEqual({ kind: 'start', selected: null });
});

test('a whole view goes into the address and comes out of it', () => {
  const view = shareView(exploreSmallWorld(), { zoom: 1.5, middle: { x: 3, y: 4.25 }, sight: 'part' });
  const written = writeLink(view);
  if (written.kind !== 'link') throw new Error('the view was not written');
  expect(written.fragment).toMatch(/^#\/view=1\.[\w-]+$/);
  expect(readLink(written.fragment)).toEqual({ kind: 'view', view });
});

test('a link says in front what is selected, which is still known where the rest was cut off', () => {
  const ids = [nodeId('organisation/cafcass'), nodeId('quote/grit')];
  const view = shareView(runCommand(exploreSmallWorld(), { kind: 'select', ids }).state, null);
  const written = writeLink(view);
  if (written.kind !== 'link') throw new Error('the view was not written');
  expect(written.fragment).toMatch(/^#\/selected=quote\/grit&view=1\./);
  expect(readLink(written.fragment)).toEqual({ kind: 'view', view });
  expect(readLink(written.fragment.slice(0, -9))).toEqual({
    kind: 'problem',
    problem: { kind: 'garbled' },
    selected: 'quote/grit',
  });
});

test('a link whose view cannot be read says why', () => {
  expect(readLink('#/view=7.abc')).toEqual({ kind: 'problem', problem: { kind: 'newer' }, selected: null });
  expect(readLink('#/view=')).toEqual({ kind: 'problem', problem: { kind: 'garbled' }, selected: null });
});

test('a view that is too long for an address is written all the same, for a file', () => {
  const nodes = Array.from({ length: NODES_SHARED }, (_, n) =>
    nodeId(
      `inspection/${Math.sin(n + 1)
        .toString(36)
        .slice(3)}${Math.cos(n + 1)
        .toString(36)
        .slice(3)}`,
    ),
  );
  const view = { ...shareView(emptyExploration, null), nodes };
  const written = writeLink(view);
  if (written.kind !== 'tooLong') throw new Error(`the view was ${written.kind}`);
  expect(written.text.length).toBeGreaterThan(LONGEST_LINK);
  expect(readLink(`#/view=${written.text}`)).toEqual({ kind: 'view', view });
});
