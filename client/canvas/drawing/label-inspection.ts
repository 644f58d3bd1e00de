import type { NodeId } from '../../../schema/ids.ts';
import type { PropertyValues } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Exploration, ShownNode } from '../../exploration/exploration.ts';
import { relationshipsOf } from '../../exploration/relationships-of.ts';
import { measureText } from './measure-text.ts';
import { CAPTION_SIZE, type NodeLabel } from './node-label.ts';
import { printMonth } from './print-month.ts';
import { shortenInspection } from './shorten-inspection.ts';
import { wrapLabel } from './wrap-label.ts';

/** A column of the arrangement by time is narrow, so that twelve stand beside each other. */
const COLUMN_TEXT = 74;

/** The day of the inspection itself, if it is known, and not that of its report. */
export function dateOfInspection({ startedOn, endedOn, date }: PropertyValues): PartialDate | undefined {
  return startedOn ?? endedOn ?? date;
}

/**
 * An inspection says its kind and when it was, and whom it was of unless the whole view is of that body. What its
 * column says anyway, as the region, is left out.
 */
export function labelInspection(state: Exploration, { record, counts }: ShownNode): NodeLabel {
  const { bodies, regions } = namesAround(state, record.id);
  const { kind = '', name } = record.properties;
  const { title, of } = shortenInspection(name, { kind, bodies, regions });
  const look = { size: 11.5, bold: true };
  const date = printMonth(dateOfInspection(record.properties));
  // Known only where the counts are, which come with each node from the server.
  const isGraded = counts.length === 0 || counts.some(({ type }) => type === 'JUDGED');
  const captions = [kind, date, isGraded ? '' : 'no grade'].filter(
    (caption) =>
      caption !== '' &&
      !title.toLowerCase().includes(caption.toLowerCase()) &&
      measureText(caption, { size: CAPTION_SIZE, face: 'sans' }) <= COLUMN_TEXT,
  );
  const whose = of && (bodies.length === 0 || isOfSeveralBodies(state)) ? of : null;
  const caption = { size: CAPTION_SIZE, face: 'sans' } as const;
  return {
    lines: wrapLabel(title, COLUMN_TEXT, 3, { size: look.size, face: 'bold' }),
    captions: [...captions, ...(whose ? wrapLabel(whose, COLUMN_TEXT, 2, caption) : [])],
    firmCaptions: captions.length,
    short: date,
    place: 'below',
    face: 'sans',
    ...look,
  };
}

function namesAround(state: Exploration, id: NodeId) {
  const bodies: string[] = [];
  const regions: string[] = [];
  for (const { record } of relationshipsOf(state, id)) {
    if (record.from !== id) continue;
    const name = state.nodes.get(record.to)?.record.properties.name;
    if (name && record.type === 'INSPECTED') bodies.push(name);
    if (name && record.type === 'COVERED') regions.push(name);
  }
  return { bodies, regions };
}

const several = new WeakMap<Exploration['relationships'], boolean>();

/** Whether the inspections of the view are of more than one body, so that one has to say of which it is. */
export function isOfSeveralBodies({ relationships }: Pick<Exploration, 'relationships'>): boolean {
  const known = several.get(relationships);
  if (known !== undefined) return known;
  const bodies = new Set<NodeId>();
  for (const { record } of relationships.values()) {
    if (record.type === 'INSPECTED') bodies.add(record.to);
    if (bodies.size > 1) break;
  }
  several.set(relationships, bodies.size > 1);
  return bodies.size > 1;
}
