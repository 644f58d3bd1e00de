import { callOutHubs } from './call-out-hubs.ts';
import { nameNeighbours } from './name-neighbours.ts';
import type { CallOut } from './scene.ts';

/**
 * Names in a crowd that leaves no room for them: the most connected nodes beside it, and upon it what the selection is
 * related to, around the former.
 */
export const callOut: CallOut = (surface, scene, named, room) => {
  const hubs = callOutHubs(surface, scene, named, room);
  const boxes = [...named, ...hubs.labels.map(({ box }) => box)];
  const neighbours = nameNeighbours(surface, scene, boxes, hubs.leads);
  for (const { box } of neighbours) room.block(box);
  return [...hubs.labels, ...neighbours];
};
