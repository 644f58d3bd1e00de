import type { Exploration } from '../exploration/exploration.ts';

export const grounds = ['light', 'dark', 'transparent'] as const;
export type PictureGround = (typeof grounds)[number];

/** What stands around the graph in a picture. */
export interface PictureWords {
  readonly title: string;
  readonly says: string;
  readonly sources: readonly string[];
  readonly foot: readonly string[];
}

/** A finished picture, which the canvas alone knows how to draw. */
export interface FinishedPicture {
  readonly svg: () => string;
  /** Smaller than was asked for where the browser's drawing surface is. */
  readonly png: (scale: number) => Promise<{ readonly blob: Blob; readonly scale: number }>;
}

/** Handed over by the App; null where nothing of the exploration has a place on the canvas. */
export type PictureMaker = (
  state: Exploration,
  words: PictureWords,
  ground: PictureGround,
) => Promise<FinishedPicture | null>;
