import { expect, test } from 'vitest';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { describeDrawing } from '../drawing/describe-drawing.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { describeKey } from './describe-key.ts';

test('the legend explains dotted lines where a post may have been held on the day of the view, and only there', () => {
  const world = placedSmallWorld();
  const time = { kind: 'asOf', day: partialDate('2015') } as const;
  const then = runCommand(world, { kind: 'filterTime', time }).state;
  expect(describeKey(world, describeDrawing(world)).hasDotted).toBe(false);
  expect(describeKey(then, describeDrawing(then)).hasDotted).toBe(true);
});
