import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../schema/ids.ts';

/** What the playground hands to the explorer: the ids of a result. */
export interface HandedOver {
  readonly nodes: readonly NodeId[];
  readonly relationships: readonly RelationshipId[];
}

/** More nodes than this the explorer does not draw. */
export const handOverLimit = 2_000;

const KEY = 'oversight-handed-over';

/** Keeps the ids for the explorer, which is opened next in the same tab. */
export function handOver(ids: HandedOver, storage: Storage = sessionStorage): void {
  storage.setItem(KEY, JSON.stringify(ids));
}

/** Whether anything was handed over and not taken yet. */
export function isHandedOver(storage: Storage = sessionStorage): boolean {
  return storage.getItem(KEY) !== null;
}

/** What was handed over and not taken yet; null if nothing was. */
export function takeHandedOver(storage: Storage = sessionStorage): HandedOver | null {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  if (text === null) return null;
  try {
    return readHandedOver(JSON.parse(text));
  } catch {
    // Another version of this page may have written something else; it is no result then.
    return null;
  }
}

function readHandedOver(given: unknown): HandedOver | null {
  if (typeof given !== 'object' || given === null || !('nodes' in given) || !('relationships' in given))
    return null;
  const read = <Id>(list: unknown, parse: (text: string) => Id | null): readonly Id[] =>
    Array.isArray(list) ? list.flatMap((text) => (typeof text === 'string' ? (parse(text) ?? []) : [])) : [];
  return {
    nodes: read(given.nodes, parseNodeId),
    relationships: read(given.relationships, parseRelationshipId),
  };
}
