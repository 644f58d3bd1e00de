import type { NodeId } from '../../../schema/ids.ts';
import { mergeEntities } from '../../api/curating/merge.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { type ReasonDraft, readReasoned, readText } from '../form/draft-text.ts';
import { isObject } from '../form/picked.ts';
import { type ComparedValue, compareNodes } from './compare-nodes.ts';

/** What is chosen in the form that makes two nodes one. */
export interface MergeDraft extends ReasonDraft {
  readonly survivor: string;
  /** By property the node whose value stands; what is not in it keeps both. */
  readonly values: Readonly<Partial<Record<string, string>>>;
  /** The versions that were seen, by node. */
  readonly versions: Readonly<Partial<Record<string, number>>>;
}

/** The two nodes in the order in which they stand side by side. */
export type Pair = readonly [NodeDetail, NodeDetail];

export function emptyMergeDraft([a, b]: Pair, idempotencyKey: string): MergeDraft {
  return {
    survivor: richer(a, b).node.record.id,
    values: {},
    versions: Object.fromEntries([a, b].map(({ node: { record } }) => [record.id, record.version])),
    reason: '',
    idempotencyKey,
  };
}

/** Offered as the survivor: whose address more of the graph leads to. */
function richer(a: NodeDetail, b: NodeDetail): NodeDetail {
  const size = ({ node, sources }: NodeDetail) =>
    node.counts.reduce((sum, { neighbours }) => sum + neighbours, sources.length);
  return size(b) > size(a) ? b : a;
}

export function readMergeDraft(kept: unknown): MergeDraft | null {
  return readReasoned(kept, (given) => {
    const survivor = readText(given, 'survivor');
    if (survivor === '' || !isObject(given.versions)) return null;
    const ofType = <Value>(from: unknown, is: (value: unknown) => value is Value) =>
      Object.fromEntries(
        Object.entries(isObject(from) ? from : {}).flatMap(([name, value]) =>
          is(value) ? [[name, value] as const] : [],
        ),
      );
    return {
      survivor,
      values: ofType(given.values, (value) => typeof value === 'string'),
      versions: ofType(given.versions, (value) => typeof value === 'number'),
    };
  });
}

/** The survivor and the node that goes; the order of the pair where the draft names neither. */
export function sidesOf([a, b]: Pair, { survivor }: MergeDraft) {
  return b.node.record.id === survivor ? { survivor: b, merged: a } : { survivor: a, merged: b };
}

export function saveMerge(draft: MergeDraft, pair: Pair) {
  const { survivor, merged } = sidesOf(pair, draft);
  const idOf = ({ node }: NodeDetail): NodeId => node.record.id;
  const versionOf = (detail: NodeDetail) => draft.versions[idOf(detail)] ?? detail.node.record.version;
  return mergeEntities({
    survivor: idOf(survivor),
    survivorVersion: versionOf(survivor),
    merged: idOf(merged),
    mergedVersion: versionOf(merged),
    values: compareNodes(...pair).flatMap((compared) => {
      const of = chosenOf(compared, draft);
      return of === null ? [] : [{ property: compared.name, of }];
    }),
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  });
}

/** Whose value stands; null where both are kept. A name is always one: without a choice the survivor's. */
export function chosenOf({ name, kind }: ComparedValue, { values, survivor }: MergeDraft): string | null {
  if (kind !== 'differ') return null;
  return values[name] ?? (name === 'name' ? survivor : null);
}
