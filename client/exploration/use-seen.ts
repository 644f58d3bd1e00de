import { useRef } from 'react';
import type { Exploration } from './exploration.ts';

/** What may change without a record coming into sight or going out of it. */
const besideSight: readonly (keyof Exploration)[] = [
  'selection',
  'focus',
  'positions',
  'pinned',
  'expansions',
  'arrangement',
];

/**
 * The exploration as it was when the records in sight last changed: lists that are made from it are not made anew
 * for each selection. What it says of selection, places and pins may be out of date.
 */
export function useSeen(exploration: Exploration): Exploration {
  const kept = useRef(exploration);
  const isSame = Object.keys(exploration).every((key) => {
    const part = key as keyof Exploration;
    return besideSight.includes(part) || kept.current[part] === exploration[part];
  });
  if (!isSame) kept.current = exploration;
  return kept.current;
}
