import { useDeferredValue } from 'react';
import type { Exploration } from '../exploration/exploration.ts';
import { sightOf } from '../exploration/sight-of.ts';

/**
 * What is counted: the view as it can be seen. Counting goes through all of it, so what the reader has done is drawn
 * first and counted right after.
 */
export function useSight(exploration: Exploration): Exploration {
  return useDeferredValue(sightOf(exploration));
}
