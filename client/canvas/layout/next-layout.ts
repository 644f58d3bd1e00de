import { type LayoutRunner, startLayout } from './start-layout.ts';

/** The layout of the canvas that is mounted next. */
let waiting: LayoutRunner | null = null;

/** Has the layout's worker come up before the canvas does. */
export function prepareLayout(): LayoutRunner {
  waiting ??= startLayout();
  return waiting;
}

/** The layout for a canvas, with what was begun for it. Who takes it stops it. */
export function takeLayout(): LayoutRunner {
  const layout = prepareLayout();
  waiting = null;
  return layout;
}
