import type { NodeId } from '../../../schema/ids.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Exploration, ShownNode } from '../../exploration/exploration.ts';
import { relationshipsOf } from '../../exploration/relationships-of.ts';
import { measureText, type TextFace } from './measure-text.ts';
import { shortenInspection } from './shorten-inspection.ts';
import { wrapLabel } from './wrap-label.ts';

/** The words beside or inside a node: lines of the name, and softer lines below them. */
export interface NodeLabel {
  readonly lines: readonly string[];
  readonly captions: readonly string[];
  readonly place: 'below' | 'right' | 'inside';
  readonly face: 'sans' | 'serif';
  /** What is said where there is no room for the lines. */
  readonly short?: string;
  /** In pixels at zoom 1. */
  readonly size: number;
  readonly bold: boolean;
}

export const CAPTION_SIZE = 11;
/** A column of the arrangement by time is narrow, so that twelve stand beside each other. */
const COLUMN_TEXT = 74;
const LABEL_TEXT = 124;

/** What stands beside the node. The view is asked for posts, regions and bodies, which shorten or explain a name. */
export function labelNode(state: Exploration, node: ShownNode, isHub: boolean): NodeLabel {
  const { type, properties } = node.record;
  switch (type) {
    case 'Inspection':
      return labelInspection(state, node);
    case 'Quote':
      return labelQuote(properties.text ?? properties.name);
    case 'Person':
      return {
        ...label(properties.name, [postOf(state, node.record.id)]),
        short: shortenName(properties.name),
      };
    case 'Organisation':
      return isHub
        ? label(properties.name, [], { place: 'right', size: 14 })
        : label(properties.name, [], { bold: false });
    case 'Region':
      return label(properties.name, [], { bold: false });
    case 'Document':
      return label(properties.name, [yearOf(properties.date)], { bold: false, face: 'serif' });
    case 'Judgement':
      return label(properties.name, []);
    default:
      return label(properties.name, [nodeTypes[type].words.one], { bold: false });
  }
}

function label(name: string, captions: readonly string[], look: Partial<NodeLabel> = {}): NodeLabel {
  const { place = 'below', face = 'sans', size = 12, bold = true } = look;
  const lines = wrapLabel(name, place === 'right' ? LABEL_TEXT * 1.3 : LABEL_TEXT, 2, {
    size,
    face: textFace({ face, bold }),
  });
  const fitting = captions
    .filter((caption) => caption !== '')
    .flatMap((caption) => wrapLabel(caption, LABEL_TEXT, 1, { size: CAPTION_SIZE, face: 'sans' }));
  return { lines, captions: fitting, place, face, size, bold };
}

/** As many of the first words as two lines hold, in quotation marks that close. */
function labelQuote(text: string): NodeLabel {
  const size = 13;
  const words = text.trim().split(/\s+/);
  let lines: readonly string[] = [];
  for (let count = Math.min(words.length, 12); count > 0; count--) {
    const start = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:.–-]+$/u, '');
    const quoted = count < words.length ? `“${start} …”` : `“${start}”`;
    lines = wrapLabel(quoted, LABEL_TEXT, 2, { size, face: 'serif' });
    if (lines.at(-1)?.endsWith('”')) break;
  }
  return { lines, captions: [], place: 'below', face: 'serif', size, bold: false };
}

/** Which table of widths the words are measured by. */
export function textFace({ face, bold }: Pick<NodeLabel, 'face' | 'bold'>): TextFace {
  return face === 'serif' ? 'serif' : bold ? 'bold' : 'sans';
}

/** An inspection says its kind and its year; what its column says anyway (the body, the region) is left out. */
function labelInspection(state: Exploration, { record, counts }: ShownNode): NodeLabel {
  const related = namesAround(state, record.id);
  const { kind = '', date, name } = record.properties;
  const title = shortenInspection(name, { kind, ...related });
  const look = { size: 11.5, bold: true };
  // Known only where the counts are, which come with each node from the server.
  const isGraded = counts.length === 0 || counts.some(({ type }) => type === 'JUDGED');
  const captions = [kind, printMonth(date), isGraded ? '' : 'no grade'].filter(
    (caption) =>
      caption !== '' &&
      !title.toLowerCase().includes(caption.toLowerCase()) &&
      measureText(caption, { size: CAPTION_SIZE, face: 'sans' }) <= COLUMN_TEXT,
  );
  return {
    lines: wrapLabel(title, COLUMN_TEXT, 3, { size: look.size, face: 'bold' }),
    captions,
    short: printMonth(date),
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

/** “S. Cheshire” for “Sally Cheshire”; a name of one word stays. */
function shortenName(name: string): string {
  const [first = name, ...others] = name.split(' ');
  const last = others.at(-1);
  return last ? `${first.charAt(0)}. ${last}` : name;
}

function postOf(state: Exploration, person: NodeId): string {
  for (const { record } of relationshipsOf(state, person))
    if (record.type === 'HOLDS_POST' && record.from === person)
      return record.properties.kind ?? record.properties.title ?? '';
  return '';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The month and year, or less where less is known: “Feb 2009”, “2018”, “2009–10”, “Jan 2022?”. */
export function printMonth(date: PartialDate | undefined): string {
  if (!date) return '';
  const [start = '', end] = date.edtf.split('/');
  if (end) {
    const [first, last] = [date.earliest.slice(0, 4), date.latest.slice(0, 4)];
    return first === last ? first : `${first}–${last.slice(2)}`;
  }
  const [, year = '', month] = /^(\d{4})(?:-(\d\d))?/.exec(start) ?? [];
  const doubt = /[?%]$/.test(start) ? '?' : '';
  return `${[MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')}${doubt}`;
}

function yearOf(date: PartialDate | undefined): string {
  return date?.earliest.slice(0, 4) ?? '';
}
