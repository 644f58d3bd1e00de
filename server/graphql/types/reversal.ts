import type { Reversal, ReversalState } from '../../jobs/reversals/reversals.ts';
import { StoreUnavailable } from '../../store/graph-store.ts';
import { builder } from '../builder.ts';
import { ReversalStateEnum } from '../enums.ts';
import { failureCodes } from '../failures.ts';
import { BuiltOnRef } from '../mutations/frame/problems.ts';

export const ReversalRef = builder.objectRef<Reversal>('Reversal');

/** Adds what is told of large changes that are being taken back. */
export function addReversals(): void {
  ReversalRef.implement({
    description:
      'A large change that is being taken back, in one change or not at all. The server that runs it tells of it, as long as that server runs: where it is gone, the same mutation with the same idempotency key finds what was written, or begins anew.',
    fields: (t) => ({
      id: t.exposeID('id'),
      takesBack: t.exposeInt('sequence', { description: 'Number of the change that is taken back.' }),
      withLater: t.exposeBoolean('withLater', {
        description: 'Whether later changes that were built on it are taken back with it.',
      }),
      author: t.exposeString('author', { description: 'Who asked for it.' }),
      reason: t.exposeString('reason'),
      startedAt: t.exposeString('startedAt', { description: 'ISO 8601 instant.' }),
      state: t.field({ type: ReversalStateEnum, resolve: ({ state }) => state.kind }),
      done: t.int({
        description: 'How much is done of what it does now; 0 while it waits.',
        resolve: ({ state }) => (isUnderWay(state) ? state.done : 0),
      }),
      total: t.int({
        description: 'How much there is to do of what it does now; 0 while it waits.',
        resolve: ({ state }) => (isUnderWay(state) ? state.total : 0),
      }),
      sequence: t.int({
        nullable: true,
        description: 'Number of the change that took it back, once it is done.',
        resolve: ({ state }) => (state.kind === 'done' ? state.sequence : null),
      }),
      problem: t.string({
        nullable: true,
        description: 'Why it ended without a change, for people; null until then.',
        resolve: ({ state }) => sayProblem(state),
      }),
      builtOn: t.field({
        type: [BuiltOnRef],
        description: 'What holds the change in place, where that is why it ended; the first 200.',
        resolve: async ({ state }, _args, { store }) => {
          if (state.kind !== 'built on') return [];
          const last = await store.lastChanges(state.records);
          return state.records.map((record) => {
            const { sequence = null, author = null } = last.get(record) ?? {};
            return { record, sequence, author };
          });
        },
      }),
      builtOnCount: t.int({ resolve: ({ state }) => (state.kind === 'built on' ? state.count : 0) }),
    }),
  });
  builder.queryField('reversal', (t) =>
    t.field({
      type: ReversalRef,
      nullable: true,
      description: 'A large change that is being taken back; null where this server does not know it.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { reversals }) => reversals.find(id),
    }),
  );
  builder.queryField('reversals', (t) =>
    t.field({
      type: [ReversalRef],
      description: 'Large changes that are being taken back, and the last 50 that were; the newest first.',
      resolve: (_root, _args, { reversals }) => [...reversals.list()],
    }),
  );
}

function isUnderWay(state: ReversalState): state is Extract<ReversalState, { kind: 'checking' | 'writing' }> {
  return state.kind === 'checking' || state.kind === 'writing';
}

function sayProblem(state: ReversalState): string | null {
  switch (state.kind) {
    case 'refused':
      return state.because;
    case 'built on':
      return `${state.count} records have been changed since, or lean on what would go.`;
    case 'cancelled':
      return 'It was cancelled, or the server was stopped; nothing was changed.';
    case 'failed':
      return state.error instanceof StoreUnavailable
        ? `${failureCodes.STORE_UNAVAILABLE} Sent again with the same key, it is not done twice.`
        : 'Something unforeseen happened; nothing was changed.';
    default:
      return null;
  }
}
