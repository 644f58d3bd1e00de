import type { NodeId } from '../../../schema/ids.ts';
import type { StagedText } from '../../store/staging.ts';
import type { Fragment } from './fragment.ts';
import { groupOf } from './group-of.ts';

/** A fragment, with what keeps it from being kept again for each row of a table: hubs stand in thousands of rows. */
export interface RowFragment {
  readonly fragment: Fragment;
  /** Fragments of one file that have the same are taken once; null is taken always. */
  readonly once: string | null;
  /** The node in whose group this one is: the inspection of a judgement. */
  readonly owner?: NodeId;
}

export function always(fragment: Fragment): RowFragment {
  return { fragment, once: null };
}

export function toStaged({ fragment, once, owner }: RowFragment): StagedText {
  return { ...groupOf(fragment, owner), once, text: JSON.stringify(fragment) };
}

export function fromStaged(text: string): Fragment {
  // What staging gives back is what `toStaged` gave it.
  return JSON.parse(text) as Fragment;
}
