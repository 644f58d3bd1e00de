import type { NodeId } from '../../../schema/ids.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Exploration, ShownNode } from '../../exploration/exploration.ts';
import { relationshipsOf } from '../../exploration/relationships-of.ts';
import { labelInspection } from './label-inspection.ts';
import { measureText } from './measure-text.ts';
import { CAPTION_SIZE, type NodeLabel, textFace } from './node-label.ts';
import { wrapLabel } from './wrap-label.ts';

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
  const look = { size, face: 'serif' } as const;
  const words = text.trim().split(/\s+/);
  let lines: readonly string[] = [];
  for (let count = Math.min(words.length, 12); count > 0; count--) {
    const start = words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:.–-]+$/u, '');
    const quoted = count < words.length ? `“${start} …”` : `“${start}”`;
    // What is wider than two lines need not be broken into them to be found too long.
    if (count > 1 && measureText(quoted, look) > 2 * LABEL_TEXT + size) continue;
    lines = wrapLabel(quoted, LABEL_TEXT, 2, look);
    if (lines.at(-1)?.endsWith('”')) break;
  }
  return { lines, captions: [], place: 'below', face: 'serif', size, bold: false };
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

function yearOf(date: PartialDate | undefined): string {
  return date?.earliest.slice(0, 4) ?? '';
}
