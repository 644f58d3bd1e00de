import type { NodeId } from '../../../schema/ids.ts';
import { type Camera, roundCamera } from '../camera.ts';
import type { Exploration } from '../exploration.ts';
import type { SharedField } from './view-fields.ts';

/** A view as it is shared: which nodes, how they stand, what is filtered, where one looks from; no records. */
export interface SharedView extends Pick<Exploration, SharedField> {
  readonly nodes: readonly NodeId[];
  /** Null lets the canvas fit the view. */
  readonly camera: Camera | null;
}

/** What is shared of an exploration. */
export function shareView(exploration: Exploration, camera: Camera | null): SharedView {
  const { nodes, relationships: _fetched, focus: _ofThePage, ...shared } = exploration;
  const expansions = [...shared.expansions].map(
    ([of, brought]) =>
      [of, { nodes: brought.nodes.filter((id) => nodes.has(id)), relationships: [] }] as const,
  );
  return {
    ...shared,
    expansions: new Map(expansions),
    nodes: [...nodes.keys()],
    camera: camera && roundCamera(camera),
  };
}
