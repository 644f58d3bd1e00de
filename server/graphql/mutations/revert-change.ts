import { revertChange, tooMany } from '../../edits/actions/revert-change.ts';
import { invalid } from '../../edits/edit.ts';
import type { Reversal } from '../../jobs/reversals/reversals.ts';
import { mostItems } from '../../live/load-entries.ts';
import { builder } from '../builder.ts';
import { ReversalRef } from '../types/reversal.ts';
import { addMutation, type Started } from './frame/add-mutation.ts';
import { failureOf } from './frame/problems.ts';

interface Given {
  readonly sequence: number;
  readonly withLater: boolean;
  readonly mostRecords: number;
}

const StartedRef = builder.objectRef<Started>('RevertChangeStarted');

/** Adds the mutation that takes a change back: at once where it is small, by a job where it is large. */
export function addRevertChange(): void {
  StartedRef.implement({
    description: `The change has more than ${mostItems} records: it is being taken back, which may take minutes.`,
    fields: (t) => ({ reversal: t.field({ type: ReversalRef, resolve: ({ reversal }) => reversal }) }),
  });
  addMutation<Given>({
    name: 'revertChange',
    says: 'Takes a change back, by its number in the journal: a new change that puts every record as it was before. Where others have built on it, that is refused with the list, unless theirs are taken back too.',
    input: (t) => ({
      sequence: t.int({ required: true, description: 'Number of the change in the journal.' }),
      withLater: t.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether later changes that were built on it are taken back with it.',
      }),
      mostRecords: t.int({
        required: true,
        defaultValue: mostItems,
        description: `How many records may be taken back. A change with more, such as an import or a seed, is refused until that number is allowed by somebody who has seen it.`,
      }),
    }),
    subject: null,
    mayBeBuiltOn: true,
    started: {
      type: StartedRef,
      start: async ({ sequence, withLater, mostRecords }, request, { store, reversals }, isTooLarge) => {
        const [entry] = await store.journal({ after: sequence - 1, limit: 1 });
        if (entry?.sequence !== sequence) return null;
        if (entry.items > mostRecords) return failureOf([tooMany(entry.items, mostRecords)]);
        if (entry.items <= mostItems && !isTooLarge) return null;
        if (mostRecords <= mostItems)
          return failureOf([invalid('mostRecords', `It would take back more than ${mostItems} records.`)]);
        // What was written by the same request is answered like any other change.
        if (await store.findRequest(request.author, request.idempotencyKey)) return null;
        return startedAs(reversals.start({ sequence, withLater, mostRecords, ...request }));
      },
    },
    edit: ({ sequence, withLater, mostRecords }) => revertChange({ sequence, withLater, mostRecords }),
  });
}

function startedAs(reversal: Reversal): Started {
  return { kind: 'started', reversal };
}
