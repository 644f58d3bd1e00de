import { type ExecutionResult, graphql } from 'graphql';
import { createRateLimiter } from '../../../server/access/rates/rate-limits.ts';
import { anonymous, type Viewer } from '../../../server/access/tokens/viewer.ts';
import type { ApiContext } from '../../../server/graphql/context.ts';
import { followMergedIds } from '../../../server/graphql/follow-merged-ids.ts';
import { apiSchema } from '../../../server/graphql/schema.ts';
import { parseStartingViews, startingViewsMark } from '../../../server/ingest/starting-views.ts';
import { createEditor } from '../../../server/jobs/editor.ts';
import { createReversals } from '../../../server/jobs/reversals/reversals.ts';
import { openLiveReaders } from '../../../server/live/live-readers.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import type { ReadPlan } from '../../../server/store/read-plan.ts';

/** An answer with its data open for reading: a test says what it expects, so that no type is needed. */
// biome-ignore lint/suspicious/noExplicitAny: the shape follows the operation, which stands beside the assertion.
type Answer = Omit<ExecutionResult, 'data'> & { readonly data: any };

export interface AskedGraph {
  /** Executes an operation and fails on any error of it. */
  readonly ask: (source: string, variables?: Record<string, unknown>) => Promise<Answer['data']>;
  /** Executes an operation that may fail. */
  readonly execute: (source: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** The plans that were read since the last call. */
  readonly takePlans: () => readonly ReadPlan[];
  /** Stops what goes on beside the operations. */
  readonly close: () => Promise<void>;
}

/** A curator as a token would make one known. */
export const eve: Viewer = { kind: 'known', token: '00000000000e', name: 'Eve', role: 'curator' };

/**
 * The API over a store, executed without HTTP, for a viewer who may only read unless another is given; the plans that
 * pass through are kept for looking at.
 */
export function askGraph(store: GraphStore, viewer: Viewer = anonymous): AskedGraph {
  let plans: ReadPlan[] = [];
  const watched: GraphStore = {
    ...store,
    read: (plan, options) => {
      plans.push(plan);
      return store.read(plan, options);
    },
  };
  const editor = createEditor(watched, () => new Date('2026-02-03T04:05:06.000Z'));
  const reversals = createReversals(
    watched,
    () => new Date('2026-02-03T04:05:06.000Z'),
    (error) => {
      throw error;
    },
  );
  let requests = 0;
  const contextOf = (): ApiContext => ({
    store: followMergedIds(watched),
    editor,
    reversals,
    limiter: createRateLimiter({ writes: 0, records: 0 }),
    address: () => '203.0.113.7',
    viewer: async () => viewer,
    requestId: `test ${++requests}`,
    signal: undefined,
    live: openLiveReaders(store),
    mayRead: async () => true,
    abandon: () => undefined,
    pageUrl: (id) => `https://oversight.example/nodes/${id}`,
    startingViews: async () => {
      const views = parseStartingViews((await store.mark(startingViewsMark('cafcass'))) ?? '[]');
      return views.kind === 'value' ? views.value : [];
    },
  });
  const execute = async (source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> => ({
    data: undefined,
    ...(await graphql({ schema: apiSchema(), source, variableValues, contextValue: contextOf() })),
  });
  return {
    execute,
    ask: async (source, variables) => {
      const { data, errors } = await execute(source, variables);
      if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
      return data;
    },
    takePlans: () => {
      const taken = plans;
      plans = [];
      return taken;
    },
    close: () => reversals.close(),
  };
}
