import type { PlainField } from './plain-field.ts';

export interface Glider {
  /** Moves with each frame what glides in the field, until it stands. */
  readonly run: () => void;
  readonly stop: () => void;
}

/** `duration` is in milliseconds; `redraw` paints the field with the next frame. */
export function startGlider(field: PlainField, duration: number, redraw: () => void): Glider {
  let due: number | null = null;
  let begun = 0;
  const step = () => {
    field.glideTo(easeOut(Math.min(1, (performance.now() - begun) / duration)));
    redraw();
    due = field.isGliding() ? requestAnimationFrame(step) : null;
  };
  return {
    run() {
      if (!field.isGliding()) return;
      begun = performance.now();
      due ??= requestAnimationFrame(step);
    },
    stop() {
      if (due !== null) cancelAnimationFrame(due);
    },
  };
}

/** Fast at first and slow at the end, as Cytoscape moves what is not plain. */
function easeOut(share: number): number {
  return 1 - (1 - share) ** 2;
}
