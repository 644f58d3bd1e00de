import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import type { TimeAxis } from '../layout/time-axis.ts';

/**
 * The day that “as of” begins with: that of the latest selected thing with a date, because who selects an inspection
 * asks how things stood then; else the middle of the axis, from where every day is near.
 */
export function suggestDay(
  exploration: Pick<Exploration, 'nodes' | 'selection'>,
  axis: TimeAxis,
): PartialDate {
  const nodes = new Map<string, Pick<PartialDate, 'latest'>>();
  for (const { record } of exploration.nodes.values())
    if (record.properties.date) nodes.set(record.id, record.properties.date);
  const selected = exploration.selection.flatMap((id) => nodes.get(id) ?? []).at(-1);
  const day = selected?.latest ?? axis.dayAt((axis.left + axis.right) / 2);
  return partialDate(day > `${axis.last}-31` ? `${axis.last}-31` : day);
}
