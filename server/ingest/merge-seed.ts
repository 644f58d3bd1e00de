import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { GraphNode, GraphRecords } from '../../schema/records.ts';
import { completeRecords } from '../graph/complete-records.ts';
import type { PresentRecords } from './read-present.ts';

type RecordId = NodeId | RelationshipId;

/** A record that a seed did not put or remove. */
export interface LeftRecord {
  readonly id: string;
  readonly because: string;
}

/** What loading a seed comes to in a store: a change, and what is left. */
export interface SeedMerge {
  readonly put: GraphRecords;
  readonly remove: readonly RecordId[];
  readonly expected: readonly { readonly id: RecordId; readonly version: number }[];
  /** Ids to remember as the seed's, so that later content can remove them. */
  readonly brought: readonly RecordId[];
  readonly left: readonly LeftRecord[];
}

/**
 * What a seed comes to beside what is there. A record whose last change is by another author is left, as is one
 * that leans on a node that another author removed. What the seed brought before and no longer names is removed,
 * unless it was touched, or is in `kept`: records on which others have come to rest.
 */
export function mergeSeed(
  seed: GraphRecords,
  present: PresentRecords,
  author: string,
  kept: readonly string[],
): SeedMerge {
  const { lastChanges, earlier } = present;
  const left = new Map<RecordId, string>();
  const named = [...seed.nodes, ...seed.relationships].map(({ id }) => id);
  for (const id of new Set([...named, ...earlier])) {
    const last = lastChanges.get(id);
    if (last && last.author !== author)
      left.set(id, `${last.author} has ${last.removed ? 'removed' : 'changed'} it since`);
  }
  leaveWhatLeans(seed, present, left);
  const isNamed = new Set<RecordId>(named);
  const isKept = new Set(kept);
  const isThere = versionsOf(present);
  const dropped = earlier.filter((id) => !isNamed.has(id) && !left.has(id) && isThere.has(id));
  const remove = dropped.filter((id) => !isKept.has(id));
  for (const id of dropped) if (isKept.has(id)) left.set(id, 'other records rest on it');
  const put = completeAmong(seed, present, new Set(left.keys()), new Set(remove));
  const touched = [...put.nodes.map(({ id }) => id), ...put.relationships.map(({ id }) => id), ...remove];
  return {
    put,
    remove,
    expected: touched.map((id) => ({ id, version: isThere.get(id) ?? 0 })),
    brought: [...named, ...dropped.filter((id) => isKept.has(id))],
    left: [...left].map(([id, because]) => ({ id, because })),
  };
}

/** Leaves what would dangle: it ends at, or has evidence in, a node that is left and not there. */
function leaveWhatLeans(seed: GraphRecords, present: PresentRecords, left: Map<RecordId, string>): void {
  const isThere = versionsOf(present);
  const owners = new Map<string, string>(seed.statements.map(({ id, of }) => [id, of]));
  const leans = new Map<RecordId, Set<RecordId>>();
  const lean = (id: RecordId, on: RecordId) => leans.set(id, (leans.get(id) ?? new Set()).add(on));
  const byId = new Map<string, RecordId>([...seed.nodes, ...seed.relationships].map(({ id }) => [id, id]));
  for (const { id, from, to } of seed.relationships) for (const end of [from, to]) lean(id, end);
  for (const { of, document } of seed.evidence) {
    const owner = byId.get(owners.get(of) ?? of);
    if (document && owner && owner !== document) lean(owner, document);
  }
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [id, on] of leans) {
      const gone = [...on].find((other) => left.has(other) && !isThere.has(other));
      if (gone && !left.has(id)) left.set(id, `it leans on ${gone}, which is left out`);
    }
  }
}

/** The seed's records but those left out, completed beside what is there. */
function completeAmong(
  seed: GraphRecords,
  present: PresentRecords,
  left: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): GraphRecords {
  const named = [...seed.nodes, ...seed.relationships].map(({ id }) => id);
  const putIds = new Set<string>(named.filter((id) => !left.has(id)));
  const ours = recordsOf(seed, (id) => putIds.has(id));
  const theirs = recordsOf(present.records, (id) => !putIds.has(id) && !removed.has(id));
  const complete = completeRecords({
    nodes: [...ours.nodes, ...theirs.nodes],
    relationships: [...ours.relationships, ...theirs.relationships],
    evidence: [...ours.evidence, ...theirs.evidence],
    statements: [...ours.statements, ...theirs.statements],
  });
  const unsettled = judgementsSettledAnew(present.records, complete);
  return recordsOf(complete, (id) => putIds.has(id) || (unsettled.has(id) && !left.has(id)));
}

/**
 * Judgements of others that stand or are disputed otherwise beside the seed's: both of a pair that differs are
 * marked. Nothing else of others is put, since not all that it depends on was read.
 */
function judgementsSettledAnew(before: GraphRecords, after: GraphRecords): ReadonlySet<string> {
  const settled = ({ disputed, properties }: GraphNode) => JSON.stringify([disputed, properties.standing]);
  const were = new Map(before.nodes.map((node) => [node.id, settled(node)]));
  const judgements = after.nodes.filter(({ id, type }) => type === 'Judgement' && were.has(id));
  return new Set(judgements.filter((node) => were.get(node.id) !== settled(node)).map(({ id }) => id));
}

/** The nodes and relationships that are wanted, with their evidence and statements. */
function recordsOf(records: GraphRecords, isWanted: (id: string) => boolean): GraphRecords {
  const owners = new Map<string, string>(records.statements.map(({ id, of }) => [id, of]));
  return {
    nodes: records.nodes.filter(({ id }) => isWanted(id)),
    relationships: records.relationships.filter(({ id }) => isWanted(id)),
    evidence: records.evidence.filter(({ of }) => isWanted(owners.get(of) ?? of)),
    statements: records.statements.filter(({ of }) => isWanted(of)),
  };
}

function versionsOf({ records }: PresentRecords): ReadonlyMap<RecordId, number> {
  return new Map([...records.nodes, ...records.relationships].map(({ id, version }) => [id, version]));
}
