import type { Scope } from './choose-scope.ts';
import type { ExportFormat } from './export-formats.ts';
import type { PictureGround } from './picture-maker.ts';

/** What is saved, of what, and how. */
export interface ExportChoices {
  readonly format: ExportFormat;
  readonly scope: Scope;
  /** Of PNG: pixels for each pixel at zoom 1. */
  readonly scale: 1 | 2 | 3;
  readonly ground: PictureGround;
  /** Of CSV: whether tables begin with the mark of UTF-8. */
  readonly hasMark: boolean;
}
