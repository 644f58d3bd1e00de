import type { TextFace } from './measure-text.ts';

/** The words beside or inside a node: lines of the name, and softer lines below them. */
export interface NodeLabel {
  readonly lines: readonly string[];
  readonly captions: readonly string[];
  /** How many of the captions stay where there is no room for all. */
  readonly firmCaptions?: number;
  readonly place: 'below' | 'right' | 'inside';
  readonly face: 'sans' | 'serif';
  /** What is said where there is no room for the lines. */
  readonly short?: string;
  /** In pixels at zoom 1. */
  readonly size: number;
  readonly bold: boolean;
}

export const CAPTION_SIZE = 11;

/** Which table of widths the words are measured by. */
export function textFace({ face, bold }: Pick<NodeLabel, 'face' | 'bold'>): TextFace {
  return face === 'serif' ? 'serif' : bold ? 'bold' : 'sans';
}
