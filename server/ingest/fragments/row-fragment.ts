import type { NodeId } from '../../../schema/ids.ts';
import type { StagedText } from '../../store/staging.ts';
import type { Fragment } from './fragment.ts';
import { type FragmentGroup, groupOf } from './group-of.ts';

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

/** Fragments as they wait; those that follow each other in one group are one text, as an inspection with its judgements. */
export function toStaged(fragments: readonly RowFragment[]): StagedText[] {
  const staged: StagedText[] = [];
  let waiting: { place: FragmentGroup; fragments: Fragment[] } | null = null;
  const end = () => {
    if (waiting) staged.push(textOf(waiting.place, waiting.fragments, null));
    waiting = null;
  };
  for (const { fragment, once, owner } of fragments) {
    const place = groupOf(fragment, owner);
    if (
      waiting &&
      once === null &&
      waiting.place.stage === place.stage &&
      waiting.place.group === place.group
    ) {
      waiting.fragments.push(fragment);
      continue;
    }
    end();
    if (once === null) waiting = { place, fragments: [fragment] };
    else staged.push(textOf(place, [fragment], once));
  }
  end();
  return staged;
}

function textOf(place: FragmentGroup, fragments: readonly Fragment[], once: string | null): StagedText {
  return { ...place, once, text: JSON.stringify(fragments), pieces: fragments.length };
}

export function fromStaged(text: string): readonly Fragment[] {
  // What staging gives back is what `toStaged` gave it.
  return JSON.parse(text) as readonly Fragment[];
}
