import { hashText } from '../../schema/hash-text.ts';
import { type Problem, printProblem } from '../../schema/problems.ts';
import type { GraphChange, GraphStore } from '../store/graph-store.ts';
import { type LeftRecord, mergeSeed, type SeedMerge } from './merge-seed.ts';
import { readPresent } from './read-present.ts';
import { readSeed, type Seed } from './read-seed.ts';
import { printStartingViews, startingViewsMark } from './starting-views.ts';

/** The author of what seeds bring; a record that anyone else touched last is theirs, and left as it is. */
const SEED_AUTHOR = 'seed';

/** What loading a seed came to. */
export type SeedOutcome =
  | {
      readonly kind: 'loaded';
      readonly seed: string;
      readonly created: number;
      readonly changed: number;
      readonly removed: number;
      /** Records that the seed would have put or removed, and did not. */
      readonly left: readonly LeftRecord[];
    }
  /** This very content was loaded before: nothing was read or written. */
  | { readonly kind: 'already loaded'; readonly seed: string }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** How often a removal is tried again, each time without what others have come to lean on. */
const ROUNDS = 5;

/**
 * Brings a seed into a store, once per content, in one write. Later content puts what it names and removes what
 * the earlier one brought and it no longer names; what someone else has changed or removed since is left and
 * listed. `file` is only for messages.
 */
export async function loadSeed(
  store: GraphStore,
  text: string,
  file: string,
  clock: () => Date,
): Promise<SeedOutcome> {
  const parsed = readSeed(text, file);
  if (parsed.kind === 'problems') return { kind: 'refused', problems: parsed.problems };
  const seed = parsed.value;
  const content = hashText(text);
  if ((await store.mark(contentMark(seed.name))) === content)
    return { kind: 'already loaded', seed: seed.name };
  const present = await readPresent(store, seed.records, await earlierIds(store, seed.name));
  let kept: readonly string[] = [];
  for (let round = 0; ; round++) {
    const merge = mergeSeed(seed.records, present, SEED_AUTHOR, kept);
    const outcome = await store.write(changeOf(seed, content, merge, clock()));
    if (outcome.kind === 'written') return { ...outcome, kind: 'loaded', seed: seed.name, left: merge.left };
    if (outcome.kind !== 'refused')
      return { kind: 'loaded', seed: seed.name, created: 0, changed: 0, removed: 0, left: merge.left };
    const leanedOn = outcome.problems.flatMap(({ code, record }) =>
      code === 'STILL_REFERENCED' && record !== undefined ? [record] : [],
    );
    if (leanedOn.length < outcome.problems.length || round === ROUNDS)
      return { kind: 'refused', problems: outcome.problems.map((problem) => ({ file, ...problem })) };
    kept = [...kept, ...leanedOn];
  }
}

/** What loading came to, in lines for people. */
export function printSeedOutcome(outcome: SeedOutcome): string {
  if (outcome.kind === 'refused')
    return ['The seed was not loaded:', ...outcome.problems.map(printProblem)].join('\n  ');
  if (outcome.kind === 'already loaded') return `Seed ${outcome.seed}: loaded before, nothing to do.`;
  const { seed, created, changed, removed, left } = outcome;
  const counts = `${created} records created, ${changed} changed, ${removed} removed, ${left.length} left`;
  return [`Seed ${seed}: ${counts}.`, ...left.map(({ id, because }) => `left ${id}: ${because}`)].join(
    '\n  ',
  );
}

function changeOf(seed: Seed, content: string, merge: SeedMerge, now: Date): GraphChange {
  return {
    author: SEED_AUTHOR,
    reason: `Seed “${seed.title}” (${seed.name})`,
    at: now.toISOString(),
    idempotencyKey: null,
    expected: merge.expected,
    put: merge.put,
    remove: merge.remove,
    marks: [
      { key: contentMark(seed.name), value: content },
      { key: recordsMark(seed.name), value: JSON.stringify(merge.brought) },
      { key: startingViewsMark(seed.name), value: printStartingViews(seed.startingViews) },
    ],
  };
}

function contentMark(seed: string): string {
  return `seed:${seed}`;
}

function recordsMark(seed: string): string {
  return `seed-records:${seed}`;
}

/** Ids of the records that the seed brought when it was loaded before; none the first time. */
async function earlierIds(store: GraphStore, seed: string): Promise<readonly string[]> {
  const text = await store.mark(recordsMark(seed));
  const ids: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
