import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { doOverlap } from '../../../test/support/do-overlap.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { emptyExploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { describeFigures } from '../drawing/describe-figure.ts';
import { placeAll } from '../drawing/placed-small-world.ts';
import { readGround } from './ground.ts';
import { makeLayoutTask } from './layout-task.ts';

const regions = [
  'East Midlands',
  'Near South West',
  'Birmingham and Black Country',
  'South Yorkshire',
  'Avon',
];
const slug = (text: string) => text.toLowerCase().replaceAll(' ', '-');

/** A view like the starting view of the seed: eleven inspections with judgements, bodies, people and quotes. */
function startingView(arrangement: Exploration['arrangement'] = 'time'): Exploration {
  const inspections = Array.from({ length: 11 }, (_, index) =>
    shownNode(`inspection/${index}`, 'Inspection', {
      name: `${regions[index % regions.length]} service area, ${2008 + index}`,
      kind: 'service area',
      date: partialDate(`${2008 + index}-03`),
    }),
  );
  const judgements = inspections.flatMap((_, index) =>
    ['overall', 'private law practice', 'national leadership and governance'].slice(index % 3).map((area) =>
      shownNode(`judgement/${index}/${slug(area)}`, 'Judgement', {
        name: area,
        area,
        label: 'good',
        grade: { scale: 'ofsted-social-care-2013', rank: 2, of: 4 },
      }),
    ),
  );
  const bodies = ['Cafcass', 'Ofsted', 'Cafcass Board', 'Family Justice Young People’s Board'].map(
    (name, index) => shownNode(`organisation/${index}`, 'Organisation', { name }),
  );
  const people = ['Anthony Douglas', 'Yvette Stanley', 'Jacky Tiotto', 'Sally Cheshire'].map((name) =>
    shownNode(`person/${slug(name)}`, 'Person', { name }),
  );
  const quotes = Array.from({ length: 6 }, (_, index) =>
    shownNode(`quote/${index}`, 'Quote', {
      name: 'q',
      text: `the ${index} time five years of grit and determination`,
    }),
  );
  const relationships = [
    ...inspections.flatMap(({ record }) => [
      shownRelationship('INSPECTED', record.id, 'organisation/0'),
      shownRelationship('CONDUCTED', 'organisation/1', record.id),
    ]),
    ...judgements.map(({ record }) =>
      shownRelationship('JUDGED', `inspection/${record.id.split('/')[1]}`, record.id),
    ),
    ...people.map(({ record }, index) =>
      shownRelationship('HOLDS_POST', record.id, `organisation/${index % 3}`),
    ),
    ...quotes.map(({ record }, index) => shownRelationship('ABOUT', record.id, `inspection/${index * 2}`)),
  ];
  const nodes = [...inspections, ...judgements, ...bodies, ...people, ...quotes];
  return runCommand({ ...emptyExploration, arrangement }, { kind: 'show', nodes, relationships }).state;
}

/** Parts of a dispute touch, so that a pixel is allowed. */
function overlapsIn(state: Exploration): readonly string[] {
  const nodes = [...describeDrawing(state).nodes.values()];
  return nodes.flatMap((a, index) =>
    nodes.slice(index + 1).flatMap((b) => (doOverlap(a, b, 1) ? [`${a.id} on ${b.id}`] : [])),
  );
}

test('on a starting view no words and no shapes overlap', () => {
  expect(overlapsIn(placeAll(startingView()))).toEqual([]);
});

test('eleven inspections stand in one row, in order of time, no wider than the canvas', () => {
  const { positions } = placeAll(startingView());
  const places = Array.from({ length: 11 }, (_, index) => positions.get(nodeId(`inspection/${index}`)));
  expect(new Set(places.map((place) => place?.y)).size).toBe(1);
  const xs = places.map((place) => place?.x ?? 0);
  expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  expect((xs.at(-1) ?? 0) - (xs[0] ?? 0)).toBeLessThan(820);
});

test('people and bodies stand above the inspections, judgements and quotes below', () => {
  const state = placeAll(startingView());
  for (const [id, { record }] of state.nodes) {
    const y = state.positions.get(id)?.y ?? Number.NaN;
    if (record.type === 'Inspection') expect(y).toBe(0);
    else if (record.type === 'Person' || record.type === 'Organisation') expect(y).toBeLessThan(0);
    else expect(y).toBeGreaterThan(0);
  }
});

test('a free arrangement overlaps nothing either, and is the same each time', () => {
  const state = placeAll(startingView('free'));
  expect(overlapsIn(state)).toEqual([]);
  expect(placeAll(startingView('free')).positions).toEqual(state.positions);
});

test('newcomers find a free place near what they belong to, and nothing that stands moves', () => {
  const before = placeAll(startingView());
  const newcomers = Array.from({ length: 25 }, (_, index) =>
    shownNode(`event/${index}`, 'Event', { name: `announcement ${index}`, kind: 'announced' }),
  );
  const after = placeAll(
    runCommand(before, {
      kind: 'expand',
      of: nodeId('organisation/1'),
      nodes: newcomers,
      relationships: newcomers.map(({ record }) =>
        shownRelationship('INVOLVED', record.id, 'organisation/1'),
      ),
    }).state,
  );
  for (const [id, point] of before.positions) expect(after.positions.get(id)).toEqual(point);
  expect(overlapsIn(after)).toEqual([]);
  expect(after.positions.size).toBe(before.positions.size + 25);
});

test('a newcomer stands beside what was chosen, whatever else it is related to', () => {
  const person = nodeId('person/jacky-tiotto');
  const before = runCommand(placeAll(startingView()), { kind: 'select', ids: [person] }).state;
  const { positions } = placeAll(
    runCommand(before, {
      kind: 'expand',
      of: person,
      nodes: [shownNode('quote/new', 'Quote', { name: 'q', text: 'we were relentless' })],
      relationships: [
        shownRelationship('ABOUT', 'quote/new', 'inspection/0'),
        shownRelationship('SAID', person, 'quote/new'),
      ],
    }).state,
  );
  const wayTo = (id: string) => {
    const [a, b] = [positions.get(nodeId('quote/new')), positions.get(nodeId(id))];
    return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
  };
  expect(wayTo(person)).toBeLessThan(wayTo('inspection/0'));
});

test('few newcomers are sent with what they are placed by, and all else that stands as numbers', () => {
  const before = placeAll(startingView());
  const { state } = runCommand(before, {
    kind: 'expand',
    of: nodeId('organisation/1'),
    nodes: [shownNode('event/new', 'Event', { name: 'announcement' })],
    relationships: [shownRelationship('INVOLVED', 'event/new', 'organisation/1')],
  });
  const task = makeLayoutTask(state, describeFigures(state), { width: 880, height: 800 });
  expect(task?.nodes.map(({ id }) => id)).toEqual(['organisation/1', 'event/new']);
  expect(task?.relationships).toEqual([{ from: 'event/new', to: 'organisation/1' }]);
  expect(task?.chips).toEqual([]);
  const standing = readGround(task?.ground ?? new Float64Array()).map(({ at }) => at);
  expect(standing).toHaveLength(before.nodes.size - 1);
  for (const [id, at] of before.positions)
    if (id !== 'organisation/1') expect(standing).toContainEqual({ x: at.x, y: at.y });
});

test('a new judgement goes below those that its inspection has', () => {
  const before = placeAll(startingView());
  const late = shownNode('judgement/late', 'Judgement', {
    name: 'late',
    area: 'safeguarding',
    label: 'good',
  });
  const { state } = runCommand(before, {
    kind: 'show',
    nodes: [late],
    relationships: [shownRelationship('JUDGED', 'inspection/0', 'judgement/late')],
  });
  const after = placeAll(state);
  const others = [...before.positions].filter(([id]) => id.startsWith('judgement/0/')).map(([, { y }]) => y);
  expect(after.positions.get(late.record.id)?.y).toBeGreaterThan(Math.max(...others));
  expect(after.positions.get(late.record.id)?.x).toBe(before.positions.get(nodeId('inspection/0'))?.x);
});

const chipOverlaps = (state: Exploration) =>
  overlapsIn(state).filter((words) => words.includes('judgement/'));

test('judgements that come late to an inspection with things below it cover nothing, and a line leads to them', () => {
  const bare = startingView();
  const judgements = [...bare.nodes.values()].filter(({ record }) => record.type === 'Judgement');
  const without = runCommand(bare, { kind: 'remove', ids: judgements.map(({ record }) => record.id) }).state;
  const before = placeAll(without);
  const after = placeAll(
    runCommand(before, {
      kind: 'show',
      nodes: judgements,
      relationships: [...bare.relationships.values()],
    }).state,
  );
  for (const [id, point] of before.positions) expect(after.positions.get(id)).toEqual(point);
  expect(chipOverlaps(after)).toEqual([]);
  const xOf = (id: string) => after.positions.get(nodeId(id))?.x;
  const aside = judgements.filter(
    ({ record }) => xOf(record.id) !== xOf(`inspection/${record.id.split('/')[1]}`),
  );
  expect(aside.length).toBeGreaterThan(0);
  const lines = new Set([...describeDrawing(after).relationships.values()].map(({ to }) => to));
  for (const { record } of aside) expect(lines.has(record.id), record.id).toBe(true);
});
