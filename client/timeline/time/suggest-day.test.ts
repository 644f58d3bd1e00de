import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { exploreSmallTimeline } from '../layout/small-timeline.ts';
import { makeTimeAxis } from '../layout/time-axis.ts';
import { suggestDay } from './suggest-day.ts';

const world = exploreSmallTimeline();
const axis = makeTimeAxis([partialDate('2009'), partialDate('2024')], 0, 1600);
if (!axis) throw new Error('no axis');

test('“as of” begins with the day of what is selected, and with the middle of the axis where nothing is', () => {
  const ids = [nodeId('inspection/2018'), nodeId('person/anthony-douglas')];
  const { state } = runCommand(world, { kind: 'select', ids });
  expect(suggestDay(state, axis).edtf).toBe('2018-03-28');
  expect(suggestDay(world, axis).edtf).toMatch(/^201[67]-/);
});

test('an open date begins with the last day of the axis', () => {
  const open = { ...exploreSmallTimeline(), selection: [nodeId('inspection/2018')] };
  const node = open.nodes.get(nodeId('inspection/2018'));
  if (!node) throw new Error('the small timeline has changed');
  const properties = { ...node.record.properties, date: partialDate('2018-03/..') };
  const nodes = new Map([[node.record.id, { ...node, record: { ...node.record, properties } }]]);
  expect(suggestDay({ ...open, nodes }, axis).edtf).toBe('2024-12-31');
});
