import type { Exploration } from './exploration.ts';
import { showsTheSame } from './sight-fields.ts';

const sights = new WeakMap<Exploration['nodes'], Exploration>();

/**
 * A state that shows the same nodes and relationships as this one: the same object for as long as what can be seen
 * does not change, whatever is selected or moved. So it can stand for the state where something is worked out and
 * kept that depends on what can be seen alone; its selection and its places are not to be read.
 */
export function sightOf(state: Exploration): Exploration {
  const known = sights.get(state.nodes);
  if (known && showsTheSame(known, state)) return known;
  sights.set(state.nodes, state);
  return state;
}
