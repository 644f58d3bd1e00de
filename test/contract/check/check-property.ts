import fc, { type Arbitrary } from 'fast-check';

/** One seed for all, so that a run can be repeated; `CONTRACT_SEED` in the environment tries others. */
const SEED = Number(process.env.CONTRACT_SEED ?? 20261123);
/** For so long, in milliseconds, a failing case is made smaller; then the smallest so far is shown. */
const SHRINKING_TIME = 15_000;

/**
 * Tries the rule on `runs` random cases; `CONTRACT_RUNS` in the environment overrides their number for all. A rule
 * tells what is wrong, or null. The failure shows what is wrong, seed, path and the smallest case that was found,
 * one record or plan a line.
 */
export async function checkProperty<Case extends object>(
  arbitrary: Arbitrary<Case>,
  runs: number,
  rule: (given: Case) => Promise<string | null>,
): Promise<void> {
  let lastProblem = '';
  let deadline = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(arbitrary, async (given) => {
    // What is left out for want of time was only to make a failure smaller; passing it ends that.
    if (Date.now() > deadline) return true;
    const problem = await rule(given).catch((thrown: unknown) => `it threw ${describeThrown(thrown)}`);
    if (problem === null) return true;
    lastProblem = problem;
    deadline = Math.min(deadline, Date.now() + SHRINKING_TIME);
    return false;
  });
  const numRuns = Number(process.env.CONTRACT_RUNS ?? runs);
  const outcome = await fc.check(property, { seed: SEED, numRuns });
  if (outcome.failed)
    throw new Error(
      [
        lastProblem,
        `seed ${outcome.seed}, path ${outcome.counterexamplePath}, case ${outcome.numRuns}, shrunk ${outcome.numShrinks} times`,
        ...printCase(outcome.counterexample?.[0] ?? {}),
      ].join('\n'),
    );
}

function printCase(given: object): string[] {
  return Object.entries(given).flatMap(([key, value]: [string, unknown]) => {
    if (Array.isArray(value)) return value.map((item) => `${key}: ${JSON.stringify(item)}`);
    if (typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray))
      return printCase(value);
    return [`${key}: ${JSON.stringify(value)}`];
  });
}

function describeThrown(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return (thrown.stack ?? thrown.message).split('\n').slice(0, 8).join('\n');
}
