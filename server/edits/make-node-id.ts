import { searchTokens } from '../../schema/fold-text.ts';
import { type NodeId, nodeId } from '../../schema/ids.ts';
import { type NodeType, type PropertyValues, titleOf } from '../../schema/node-types.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { Asking } from './asking.ts';
import type { KnownGraph } from './drafts/known-graph.ts';

/** Characters of the readable part; a name that is longer is cut at a word. */
const SLUG_LIMIT = 60;
/** Ids that are tried at once. A name that is so common takes a few rounds. */
const BATCH = 20;

/**
 * An id that no record has or ever had, made from the name: `person/anthony-douglas`, and with a number where that
 * is taken. One that was removed is not given again, since links to it would lead to somebody else.
 */
export function makeNodeId(type: NodeType, values: PropertyValues): Asking<NodeId> {
  return makeUnusedId(stemOf(type, values));
}

/**
 * The nodes of the type that have the same name, as far as their ids say so: ids with the stem that the name makes, and
 * what such a node was merged into.
 */
export function* findNamesakes(
  known: KnownGraph,
  type: NodeType,
  values: PropertyValues,
): Asking<readonly GraphNode[]> {
  const stem = stemOf(type, values);
  const ids = Array.from({ length: BATCH }, (_, index) => numbered(stem, index + 1));
  yield* known.readRecords(ids);
  const found = ids.flatMap((id) => {
    const node = known.node(id)?.record;
    if (node?.type !== type) return [];
    return node.id !== id || stemOf(type, node.properties) === stem ? [node] : [];
  });
  return [...new Set(found)];
}

function stemOf(type: NodeType, values: PropertyValues): string {
  return `${type.toLowerCase()}/${slugOf(titleOf(type, values))}`;
}

/** The stem as an id, or with the first number that makes it unused. */
export function* makeUnusedId(stem: string): Asking<NodeId> {
  for (let first = 1; ; first += BATCH) {
    const ids = Array.from({ length: BATCH }, (_, index) => numbered(stem, first + index));
    const { used } = yield { kind: 'used', ids };
    const free = ids.find((id) => !used.has(id));
    if (free) return free;
  }
}

/** Letters without accents, digits and dashes: “Sir Anthony Brontë” → `sir-anthony-bronte`. */
export function slugOf(name: string): string {
  const words = searchTokens(name).filter((word) => /^[a-z0-9]+$/.test(word));
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, SLUG_LIMIT) : `${slug}-${word}`;
    if (longer.length > SLUG_LIMIT) break;
    slug = longer;
  }
  return slug || 'unnamed';
}

function numbered(stem: string, number: number): NodeId {
  return nodeId(number === 1 ? stem : `${stem}-${number}`);
}
