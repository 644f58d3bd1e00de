/** One way to do the work that is measured. Each call of `once` is one operation; `turn` counts them from 0. */
export interface Contender {
  readonly name: string;
  readonly once: (turn: number) => Promise<unknown>;
}

export interface Comparison {
  readonly what: string;
  /** Operations under way at the same time. */
  readonly atOnce: number;
  readonly ours: Contender;
  readonly other: Contender;
}

/** Medians over the rounds, in milliseconds an operation. */
interface Cost {
  readonly wall: number;
  /** Of this process, both in its own code and in the system's on its behalf. */
  readonly cpu: number;
}

export interface Measured extends Comparison {
  readonly cost: { readonly ours: Cost; readonly other: Cost };
}

const WARM_UP_ROUNDS = 3;
const ROUNDS = 9;
/** Milliseconds of a round, of one contender. */
const ROUND = 350;

/**
 * Measures both contenders in rounds that take turns, each beginning every other round, so that whatever else the
 * machine does meanwhile falls on both. The first rounds only warm up.
 */
export async function measure(comparison: Comparison): Promise<Measured> {
  const { ours, other, atOnce } = comparison;
  const costs = { ours: [] as Cost[], other: [] as Cost[] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const order = round % 2 === 0 ? (['ours', 'other'] as const) : (['other', 'ours'] as const);
    for (const side of order) {
      const cost = await runRound(side === 'ours' ? ours : other, atOnce);
      if (round >= WARM_UP_ROUNDS) costs[side].push(cost);
    }
  }
  return { ...comparison, cost: { ours: medians(costs.ours), other: medians(costs.other) } };
}

async function runRound({ once }: Contender, atOnce: number): Promise<Cost> {
  let turns = 0;
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const work = async (): Promise<void> => {
    while (performance.now() - began < ROUND) await once(turns++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall: wall / turns, cpu: (user + system) / 1000 / turns };
}

function medians(costs: readonly Cost[]): Cost {
  return { wall: median(costs.map(({ wall }) => wall)), cpu: median(costs.map(({ cpu }) => cpu)) };
}

/** The middle of an odd number of values. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
