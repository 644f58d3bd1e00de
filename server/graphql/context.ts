import type { NodeId } from '../../schema/ids.ts';
import type { RateLimiter } from '../access/rates/rate-limits.ts';
import type { Viewer } from '../access/tokens/viewer.ts';
import type { Editor } from '../jobs/editor.ts';
import type { Reversals } from '../jobs/reversals/reversals.ts';
import type { LiveReaders } from '../live/live-readers.ts';
import type { GraphStore } from '../store/graph-store.ts';

/** A view to open the explorer on: which nodes, and why they belong together. */
export interface StartingView {
  readonly id: string;
  readonly title: string;
  /** One sentence on what it shows. */
  readonly says: string;
  readonly arrangement: 'time' | 'free';
  readonly nodes: readonly NodeId[];
}

/** What every resolver may use; made anew for each request. */
export interface ApiContext {
  readonly store: GraphStore;
  /** Carries out what mutations ask for. */
  readonly editor: Editor;
  /** Takes large changes back. */
  readonly reversals: Reversals;
  /** Counts what each caller does. */
  readonly limiter: RateLimiter;
  /** Where the request comes from, for callers without a token. */
  readonly address: () => string;
  /** Who sent the request; its token is looked up when somebody wants to know, once. */
  readonly viewer: () => Promise<Viewer>;
  readonly requestId: string;
  /** Aborts when the client has gone or the time is over. */
  readonly signal: AbortSignal | undefined;
  /** Who listens to changes. */
  readonly live: LiveReaders;
  /** Asked now and then by a stream: whether who opened it may still read. */
  readonly mayRead: () => Promise<boolean>;
  /** Cuts the connection, for a stream that nobody takes. */
  readonly abandon: () => void;
  /** The address of our own page of a node, absolute. */
  readonly pageUrl: (id: NodeId) => string;
  /** The views that the seeds name, in their order. */
  readonly startingViews: () => Promise<readonly StartingView[]>;
}
