import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadSeed, type SeedOutcome } from './ingest/load-seed.ts';
import { parseStartingViews, type StartingView, startingViewsMark } from './ingest/starting-views.ts';
import type { GraphStore } from './store/graph-store.ts';

/** Seeds that were brought in, in the order of their files; or the outcome that says why one was not. */
export type SeedsLoaded =
  | { readonly kind: 'loaded'; readonly outcomes: readonly Exclude<SeedOutcome, { kind: 'refused' }>[] }
  | Extract<SeedOutcome, { kind: 'refused' }>;

/** Brings every seed of the folder into the store, each once per content. Stops at the first that is refused. */
export async function seedOnStart(
  store: GraphStore,
  folder: string,
  clock: () => Date = () => new Date(),
): Promise<SeedsLoaded> {
  const outcomes: Exclude<SeedOutcome, { kind: 'refused' }>[] = [];
  for (const file of await listSeeds(folder)) {
    const outcome = await loadSeed(store, await readFile(file, 'utf8'), join('seeds', basename(file)), clock);
    if (outcome.kind === 'refused') return outcome;
    outcomes.push(outcome);
  }
  return { kind: 'loaded', outcomes };
}

/** The starting views of these seeds as the store has them now, in their order. */
export async function readStartingViews(
  store: Pick<GraphStore, 'mark'>,
  seeds: readonly string[],
): Promise<readonly StartingView[]> {
  const views: StartingView[] = [];
  for (const seed of seeds) {
    const mark = await store.mark(startingViewsMark(seed));
    const parsed = mark === null ? null : parseStartingViews(mark);
    if (parsed?.kind === 'value') views.push(...parsed.value);
  }
  return views;
}

async function listSeeds(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => join(folder, name));
}
