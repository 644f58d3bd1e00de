import type { ShownNode } from '../../exploration/exploration.ts';
import { wrapLabel } from './wrap-label.ts';

export const CHIP_WIDTH = 78;
export const CHIP_PADDING = 3.5;
export const CHIP_LINE = 12.5;
export const CHIP_TEXT_SIZE = 11;
/** Height of the bars at the foot of a chip. */
export const CHIP_BARS = 2.5;

export interface ChipLabel {
  readonly lines: readonly string[];
  /** The last of the lines, where they are the label itself: in little room they are all that is said. */
  readonly label: readonly string[];
  readonly rank: number | null;
  readonly of: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A judgement as a chip: its area in one line or two, and at its foot bars for its rank out of ranks (or, where no
 * scale lists the label, the label itself).
 */
export function labelChip({ record }: ShownNode): ChipLabel {
  const { areaAsPrinted, area, grade, label } = record.properties;
  const words = shortenArea(area ?? areaAsPrinted ?? 'judgement');
  const room = CHIP_WIDTH - 2 * CHIP_PADDING;
  const look = { size: CHIP_TEXT_SIZE, face: 'bold' } as const;
  const said = grade ? [] : wrapLabel(label ?? 'no grade', room, 2, look);
  const lines = [...wrapLabel(words, room, grade ? 2 : 1, look), ...said];
  const height = lines.length * CHIP_LINE + (grade ? 8 : 6);
  return { lines, label: said, rank: grade?.rank ?? null, of: grade?.of ?? 0, width: CHIP_WIDTH, height };
}

/** “private law practice” is “private law”: each area is one of practice, and the full name is in the inspector. */
function shortenArea(area: string): string {
  return area.replace(/(?<! on| of| in) practice$/, '');
}
