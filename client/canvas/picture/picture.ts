import type { Point } from '../../exploration/exploration.ts';

/** Outlines of SVG's path syntax, which a canvas understands as well, with how they are filled and drawn around. */
interface Shape {
  readonly kind: 'shape';
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** One line of text. `y` is its middle. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: 'sans' | 'serif';
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink: string;
  /** The colour around the letters, where they may lie over lines. */
  readonly halo?: string;
}

export type Mark = Shape | Words;

/** What belongs together, with what a reader who points at it is told. */
export interface Part {
  readonly title: string | null;
  readonly marks: readonly Mark[];
  /** How far all of it is moved. */
  readonly moved?: Point;
}

/**
 * A finished picture as data, in pixels from its upper left corner; earlier parts lie below later ones. It is written
 * as SVG or painted as PNG, so that both are the same picture.
 */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** Null for a transparent ground. */
  readonly ground: string | null;
  readonly fonts: { readonly sans: string; readonly serif: string };
  readonly parts: readonly Part[];
}

/** Where the letters stand: their middle is about a third of their size above it, in our typefaces and most others. */
export function textBaseline({ y, size }: Words): number {
  return y + size * 0.35;
}
