import type { GraphNode, GraphRelationship } from '../../../schema/records.ts';
import type { Fragment } from './fragment.ts';

/**
 * When and with what a fragment is made into records. Stages follow each other, since evidence needs its documents and
 * relationships need their ends. What depends on each other is in one group: an inspection with its judgements.
 */
export interface FragmentGroup {
  readonly stage: 0 | 1 | 2;
  readonly group: string;
}

/**
 * The group of a fragment. A node that takes its date from another (a judgement from its inspection) is given with
 * `owner`, the id of that other.
 */
export function groupOf({ record }: Fragment, owner?: string): FragmentGroup {
  if (!('from' in record)) return { stage: record.type === 'Document' ? 0 : 1, group: owner ?? record.id };
  const end = groupingEnd(record);
  return end ? { stage: 1, group: end } : { stage: 2, group: record.id };
}

/** The end in whose group a relationship is, over which a date is derived or judgements are compared; null for others. */
export function groupingEnd({ type, from, to }: GraphRelationship): GraphNode['id'] | null {
  if (type === 'JUDGED' || type === 'FOUND' || type === 'RECOMMENDED' || type === 'QUOTED_IN') return from;
  return type === 'STATED' ? to : null;
}
