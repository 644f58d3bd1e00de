import type { Outcome } from './failures.ts';

/** What asks for neighbours: it comes after the graph, or when it is first wanted. */
type Part = typeof import('./load-neighbours.ts');

export type { Along } from './load-neighbours.ts';

const fetchPart = () => import('./load-neighbours.ts').catch(() => null);

/** Fetches what asks, so that nobody waits for it. */
export async function fetchNeighboursAhead(): Promise<void> {
  await fetchPart();
}

const deferred =
  <Given extends readonly unknown[], Value>(
    pick: (part: Part) => (...given: Given) => Promise<Outcome<Value>>,
  ) =>
  async (...given: Given): Promise<Outcome<Value>> => {
    const part = await fetchPart();
    return part ? pick(part)(...given) : { kind: 'failure', failure: { kind: 'offline' } };
  };

/** See load-neighbours.ts, as for the others. */
export const loadNeighbours = deferred(({ loadNeighbours: load }) => load);
export const loadNewcomers = deferred(({ loadNewcomers: load }) => load);

/** Nodes that are more than one query takes, with the relationships among them. */
export const loadInParts = deferred(
  ({ loadNewcomersWith: load }) =>
    (ids: Parameters<typeof load>[0]) =>
      load(ids, []),
);
