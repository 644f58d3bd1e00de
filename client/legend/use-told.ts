import { useDeferredValue, useState } from 'react';
import type { Exploration } from '../exploration/exploration.ts';
import { hidesTheSame, showsTheSame } from '../exploration/sight-fields.ts';

/**
 * The exploration as the legend tells of it: the same object for as long as nothing that it tells of changes. What the
 * reader changes in the legend is there at once; what came or went on the canvas follows when that is drawn.
 */
export function useTold(exploration: Exploration): Exploration {
  const [kept, keep] = useState(exploration);
  const isKept = showsTheSame(kept, exploration) && looksTheSame(kept, exploration);
  if (!isKept) keep(exploration);
  const told = isKept ? kept : exploration;
  const deferred = useDeferredValue(told);
  return hidesTheSame(deferred, told) && looksTheSame(deferred, told) ? deferred : told;
}

function looksTheSame(one: Exploration, other: Exploration): boolean {
  return one.pinned === other.pinned && one.looks === other.looks;
}
