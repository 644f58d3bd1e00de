import { expect, test } from 'vitest';
import { nodeId } from '../../schema/ids.ts';
import { goToStep, runInSession, startSession } from '../exploration/session.ts';
import { exploreSmallWorld } from '../exploration/small-world.ts';
import { listSteps } from './list-steps.ts';

const ids = [nodeId('organisation/cafcass'), nodeId('organisation/ofsted'), nodeId('quote/grit')];
const hidden = ids.reduce(
  (session, id) => runInSession(session, { kind: 'hide', ids: [id] }),
  startSession(exploreSmallWorld()),
);

test('the newest step stands first and the beginning last, with the place where one is', () => {
  const rows = listSteps(goToStep(hidden, 2));
  expect(rows.map(({ words }) => words)).toEqual([
    'hide “five years of grit and determination”',
    'hide Ofsted',
    'hide Cafcass',
    'as the page opened',
  ]);
  expect(rows.map(({ standing }) => standing)).toEqual(['undone', 'now', 'done', 'done']);
  expect(rows.map(({ steps }) => steps)).toEqual([3, 2, 1, 0]);
});

test('where steps are no longer kept the list says so', () => {
  const long = Array.from({ length: 205 }).reduce<typeof hidden>(
    (session, _, n) => runInSession(session, { kind: n % 2 ? 'hide' : 'reveal', ids: ids.slice(0, 1) }),
    hidden,
  );
  const rows = listSteps(long);
  expect(rows).toHaveLength(201);
  expect(rows.at(-1)?.words).toBe('before the last 200 steps, which are kept');
});
