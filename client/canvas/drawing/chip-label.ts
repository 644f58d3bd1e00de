import type { ShownNode } from '../../exploration/exploration.ts';
import { wrapLabel } from './wrap-label.ts';

export const CHIP_WIDTH = 74;
const CHIP_PADDING = 6;
const BAR_PITCH = 4;
const LINE = 12.5;
export const CHIP_TEXT_SIZE = 11;

export interface ChipLabel {
  readonly lines: readonly string[];
  readonly rank: number | null;
  readonly of: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A judgement as a chip: its area in one line or two, and bars for its rank out of ranks (or the printed label where
 * no scale lists it). Bars stand after the last line, so that line is the shorter one.
 */
export function labelChip({ record }: ShownNode): ChipLabel {
  const { areaAsPrinted, area, grade, label } = record.properties;
  const look = { size: CHIP_TEXT_SIZE, bold: true };
  const words = shortenArea(area ?? areaAsPrinted ?? 'judgement');
  const text = grade ? words : `${words}: ${label ?? 'no grade'}`;
  const room = CHIP_WIDTH - 2 * CHIP_PADDING;
  const bars = grade ? barsWidth(grade.of) + 3 : 0;
  const one = wrapLabel(text, room - bars, 1, look);
  const lines = one[0]?.endsWith('…') ? wrapInTwo(text, room, room - bars) : one;
  const height = lines.length * LINE + 6;
  return { lines, rank: grade?.rank ?? null, of: grade?.of ?? 0, width: CHIP_WIDTH, height };
}

export function barsWidth(of: number): number {
  return of * BAR_PITCH;
}

function wrapInTwo(text: string, first: number, last: number): readonly string[] {
  const look = { size: CHIP_TEXT_SIZE, bold: true };
  const [start = ''] = wrapLabel(text, first, 2, look);
  const rest = text.slice(start.length).trim();
  return rest === '' ? [start] : [start, ...wrapLabel(rest, last, 1, look)];
}

/** “private law practice” is “private law”: each area is one of practice, and the full name is in the inspector. */
function shortenArea(area: string): string {
  return area.replace(/ practice$/, '');
}
