import { expect, test } from 'vitest';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { emptyExploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { layOutTimeline } from './lay-out-timeline.ts';
import { exploreSmallTimeline } from './small-timeline.ts';
import type { Mark, Timeline } from './timeline.ts';

const world = exploreSmallTimeline();
const timeline = laidOut(840);

function laidOut(width: number, exploration = world): Timeline {
  const found = layOutTimeline(exploration, width);
  if (!found) throw new Error('nothing has a date');
  return found;
}

function markOf(id: string, { marks }: Timeline = timeline): Mark {
  const found = marks.find((mark) => mark.id === id);
  if (!found) throw new Error(`${id} has no mark`);
  return found;
}

test('a view without dates has no timeline', () => {
  expect(layOutTimeline(emptyExploration, 840)).toBeNull();
});

test('the axis runs over the whole years that anything on the view can mean', () => {
  expect([timeline.axis.first, timeline.axis.last]).toEqual(['2009-01', '2024-12']);
  expect(timeline.bands.map(({ label }) => label)).toEqual(['Posts', 'Overall', 'Inspections', 'Quotes']);
});

test('a day is a dot and an uncertain date a range from its earliest to its latest day', () => {
  const day = markOf('inspection/2018');
  expect(day.to - day.from).toBeLessThan(1);
  const year = markOf('inspection/2009');
  const perYear = (timeline.axis.right - timeline.axis.left) / 16;
  expect(year.to - year.from).toBeCloseTo(perYear, 0);
});

test('a post is a hollow bar from its first attestation to its last, with holder and title', () => {
  const douglas = timeline.marks.find((mark) => mark.words.startsWith('Anthony Douglas'));
  expect(douglas).toMatchObject({
    kind: 'post',
    node: 'person/anthony-douglas',
    isSure: false,
    words: 'Anthony Douglas, chief executive of Cafcass, attested 17 February 2009, 24 April 2014',
    label: { text: 'Anthony Douglas, chief executive' },
  });
});

test('labels of posts neither cover each other nor leave the axis, wide and narrow', () => {
  for (const width of [1040, 840, 600]) {
    const { marks, axis } = laidOut(width);
    const rooms = marks.flatMap((mark) => {
      if (mark.kind !== 'post') return [];
      const { text, x, anchor } = mark.label;
      const far = anchor === 'start' ? x + text.length * 6 : x - text.length * 6;
      return [{ y: mark.y, start: Math.min(x, far, mark.from), end: Math.max(x, far, mark.to) }];
    });
    for (const room of rooms) {
      expect(room.start).toBeGreaterThanOrEqual(axis.left - 8);
      expect(room.end).toBeLessThanOrEqual(axis.right + 8);
      const others = rooms.filter((other) => other !== room && other.y === room.y);
      for (const other of others) expect(other.start >= room.end || other.end <= room.start).toBe(true);
    }
  }
});

test('judgements stand on their rank, in words as printed, and what no scale knows in a row of its own', () => {
  expect(timeline.ranks.map(({ label }) => label)).toEqual([
    'outstanding',
    'good',
    'requires improvement to be good',
    'inadequate',
    'on no scale',
  ]);
  expect(markOf('judgement/2018/outstanding')).toMatchObject({ tone: 'best', isDisputed: true });
  expect(markOf('judgement/2018/good')).toMatchObject({ tone: 'good', isDisputed: true });
  expect(markOf('judgement/2009')).toMatchObject({ tone: 'none', isDisputed: false });
  expect(markOf('judgement/2018/good').y).toBe(timeline.ranks[1]?.y);
  expect(markOf('judgement/2018/good').words).toBe('overall Good, Second, 28 March 2018, disputed');
});

test('quotes of one day stand beside each other', () => {
  const date = partialDate('2024-04-24');
  const nodes = [1, 2, 3].map((n) => shownNode(`quote/${n}`, 'Quote', { name: `“${n}”`, date }));
  const { state } = runCommand(world, { kind: 'show', nodes, relationships: [] });
  const places = nodes.map(({ record }) => markOf(record.id, laidOut(840, state)));
  expect(new Set(places.map(({ from, y }) => `${Math.round(from)} ${y}`)).size).toBe(3);
});

test('a time window leaves every mark in its place and says which are outside', () => {
  const window = { from: '2013-06', to: '2018-11' };
  const narrowed = laidOut(
    840,
    runCommand(world, { kind: 'filterTime', time: { kind: 'window', window } }).state,
  );
  expect(narrowed.marks.map(({ id, from, y }) => [id, from, y])).toEqual(
    timeline.marks.map(({ id, from, y }) => [id, from, y]),
  );
  expect(markOf('inspection/2009', narrowed).isOutside).toBe(true);
  expect(markOf('inspection/2018', narrowed).isOutside).toBe(false);
});

test('a type that is filtered out leaves the timeline', () => {
  const { state } = runCommand(world, { kind: 'filterFacet', dimension: 'type', key: 'Quote', shown: false });
  expect(laidOut(840, state).bands.map(({ label }) => label)).not.toContain('Quotes');
});

test('as of a day, what came later is outside, and posts say how sure they are', () => {
  const day = partialDate('2012-01-01');
  const then = laidOut(840, runCommand(world, { kind: 'filterTime', time: { kind: 'asOf', day } }).state);
  expect(markOf('inspection/2009', then).isOutside).toBe(false);
  expect(markOf('inspection/2018', then).isOutside).toBe(true);
  const [douglas, tiotto] = ['Anthony', 'Jacky'].map((name) =>
    then.marks.find(({ words }) => words.startsWith(name)),
  );
  expect(douglas?.isOutside).toBe(false);
  expect(douglas?.words).toMatch(/attested before and after, not then$/);
  // Her post has no kind in common with his, so that nothing tells that they are the same.
  expect(tiotto?.words).toMatch(/the nearest time that is known$/);
});

test('owners of a provider are bars of their own, by name, and selecting one selects the owner', () => {
  const owned = (to: string, attestedOn: readonly string[]) => {
    const shown = shownRelationship('OWNED_BY', 'organisation/home', to);
    return { ...shown, record: { ...shown.record, properties: { attestedOn: attestedOn.map(partialDate) } } };
  };
  const { state } = runCommand(emptyExploration, {
    kind: 'show',
    nodes: [
      shownNode('organisation/home', 'Organisation', { name: 'The Home' }),
      shownNode('organisation/first', 'Organisation', { name: 'First Care Ltd' }),
      shownNode('organisation/second', 'Organisation', { name: 'Second Care Ltd' }),
    ],
    relationships: [
      owned('organisation/first', ['2018-03-31', '2021-03-31']),
      owned('organisation/second', ['2022-03-31']),
    ],
  });
  const { bands, marks } = laidOut(840, state);
  expect(bands.map(({ label }) => label)).toEqual(['Owners']);
  expect(marks).toMatchObject([
    {
      kind: 'owner',
      node: 'organisation/first',
      words: 'First Care Ltd, owner of The Home, attested 31 March 2018, 31 March 2021',
      label: { text: 'First Care Ltd' },
    },
    { kind: 'owner', node: 'organisation/second' },
  ]);
});
