import type { Reversal } from '../../jobs/reversals/reversals.ts';
import { builder } from '../builder.ts';
import { ReversalRef } from '../types/reversal.ts';
import { authoriseWriter } from './frame/add-mutation.ts';
import { type FailureOf, failureRefs } from './frame/problems.ts';

interface Success {
  readonly kind: 'success';
  readonly reversal: Reversal;
}

type Outcome = Success | FailureOf<'NotFoundProblem' | 'ForbiddenProblem'>;

const InputRef = builder.inputType('CancelReversalInput', {
  fields: (t) => ({ id: t.id({ required: true, description: 'Of the reversal.' }) }),
});
const SuccessRef = builder.objectRef<Success>('CancelReversalSuccess');

/** Adds the mutation that stops a reversal. It changes nothing in the graph, and so takes no reason. */
export function addCancelReversal(): void {
  SuccessRef.implement({
    description: 'The reversal as it is now: cancelled, unless it had ended.',
    fields: (t) => ({ reversal: t.field({ type: ReversalRef, resolve: ({ reversal }) => reversal }) }),
  });
  const { NotFoundProblem, ForbiddenProblem } = failureRefs;
  const result = builder.unionType('CancelReversalResult', {
    types: [SuccessRef, NotFoundProblem, ForbiddenProblem],
    resolveType: (outcome: Outcome) => (outcome.kind === 'success' ? SuccessRef : outcome.kind),
  });
  builder.mutationField('cancelReversal', (t) =>
    t.field({
      type: result,
      description: 'Stops a large change from being taken back; nothing of it is kept.',
      args: { input: t.arg({ type: InputRef, required: true }) },
      resolve: async (_root, { input: { id } }, context): Promise<Outcome> => {
        const author = await authoriseWriter(context);
        if (typeof author !== 'string') return author;
        const reversal = await context.reversals.cancel(id);
        if (reversal) return { kind: 'success', reversal };
        const message = `There is no reversal “${id}” at this server.`;
        return { kind: 'NotFoundProblem', message, missing: [{ field: 'id', id }] };
      },
    }),
  );
}
