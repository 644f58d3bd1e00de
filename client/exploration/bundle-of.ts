import type { RelationshipId } from '../../schema/ids.ts';
import type { Exploration } from './exploration.ts';

/**
 * The relationships that are selected together with this one and join the same two nodes, whichever way, itself among
 * them in the order of selecting: what a click on a line selects that stands for several. Itself alone where there is
 * no other.
 */
export function bundleOf(
  { selection, relationships }: Pick<Exploration, 'selection' | 'relationships'>,
  id: RelationshipId,
): readonly RelationshipId[] {
  const own = relationships.get(id)?.record;
  if (!own) return [id];
  return selection.flatMap((each) => {
    const other = relationships.get(each as RelationshipId)?.record;
    const joinsTheSame =
      other &&
      ((other.from === own.from && other.to === own.to) || (other.from === own.to && other.to === own.from));
    return joinsTheSame ? [other.id] : [];
  });
}
