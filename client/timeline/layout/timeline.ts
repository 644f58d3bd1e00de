import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { RankTone } from '../../../schema/rank-tone.ts';
import type { TimeAxis } from './time-axis.ts';

interface MarkBase {
  /** What it stands for; one of the kind in the whole timeline. */
  readonly id: NodeId | RelationshipId;
  /** The node that is selected with it. */
  readonly node: NodeId;
  /** All of it in words, with its date. */
  readonly words: string;
  /** Pixels: the middle of its row, and the first and last place that it can mean. */
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** The filter by time leaves it out. */
  readonly isOutside: boolean;
}

/** `attested`: the days of which sources speak; `isSure` where from and to are known. */
export interface PostMark extends MarkBase {
  readonly kind: 'post' | 'owner';
  readonly isSure: boolean;
  readonly name: string;
  readonly attested: readonly number[];
  readonly label: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
}

interface JudgementMark extends MarkBase {
  readonly kind: 'judgement';
  readonly tone: RankTone;
  readonly isDisputed: boolean;
}

interface PlainMark extends MarkBase {
  readonly kind: 'inspection' | 'quote';
}

export type Mark = PostMark | JudgementMark | PlainMark;

/** Whether it is drawn as a range: what is narrower than a dot is a dot. */
export function isRange({ from, to }: Pick<Mark, 'from' | 'to'>): boolean {
  return to - from > 10;
}

/** A row or several that belong together. `y` is the middle of its words. */
interface Band {
  readonly label: string;
  readonly y: number;
  readonly top: number;
}

/** A rank of the judgements, in the words that are printed on this view. */
export interface RankRow {
  readonly label: string;
  readonly y: number;
}

/** Everything that the strip draws, in pixels. */
export interface Timeline {
  readonly width: number;
  readonly height: number;
  readonly axis: TimeAxis;
  readonly bands: readonly Band[];
  readonly ranks: readonly RankRow[];
  /** In order of time. */
  readonly marks: readonly Mark[];
}
