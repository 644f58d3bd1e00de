import type { NodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { ProblemCode } from '../../schema/problems.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import type { JournalRecord } from '../store/graph-store.ts';
import type { Asking, RecordId } from './asking.ts';
import type { KnownGraph } from './drafts/known-graph.ts';

/** What an action comes to before the derived values are settled: records whole, by id. */
export interface Draft {
  /** The record that the action is about comes first. */
  readonly put: ReadonlyMap<RecordId, JournalRecord>;
  readonly remove: ReadonlySet<RecordId>;
  /** Records of `put` whose version counts on even where their content stays. */
  readonly touch: ReadonlySet<RecordId>;
  /** Ids that stand for another node from now on; null for none any more. */
  readonly redirects: readonly { readonly from: NodeId; readonly to: NodeId | null }[];
}

/** Why an action cannot be carried out. `field` is the input's, for a form to show it there. */
export type EditProblem =
  | {
      readonly kind: 'invalid';
      readonly field: string;
      readonly code: ProblemCode;
      readonly message: string;
    }
  | { readonly kind: 'missing'; readonly field: string; readonly id: string; readonly message: string }
  | {
      readonly kind: 'conflict';
      readonly record: RecordId;
      readonly expected: number;
      /** 0 where the record is gone. */
      readonly current: number;
    }
  /** Records that others have changed or leaned on since, so that a change cannot be taken back alone. */
  | { readonly kind: 'built on'; readonly records: readonly RecordId[] };

/** A value of the input that cannot be taken. */
export type InvalidInput = Extract<EditProblem, { kind: 'invalid' }>;

export type EditResult =
  /** `known` is what was read for it, so that nothing is asked for twice. */
  | { readonly kind: 'draft'; readonly draft: Draft; readonly known: KnownGraph }
  | { readonly kind: 'problems'; readonly problems: readonly EditProblem[] };

export type Edit = Asking<EditResult>;

export function refused(...problems: readonly EditProblem[]): EditResult {
  return { kind: 'problems', problems };
}

export function invalid(field: string, message: string, code: ProblemCode = 'VALUE_INVALID'): InvalidInput {
  return { kind: 'invalid', field, code, message };
}

export function missing(field: string, id: string, what: string): EditProblem {
  return { kind: 'missing', field, id, message: `There is no ${what} “${id}”.` };
}

/** A node of this type, in words for a problem. */
export function wrongType(field: string, id: string, type: NodeType | RelationshipType): EditProblem {
  return invalid(field, `“${id}” is a ${type}, which cannot stand here.`, 'END_NOT_ALLOWED');
}
