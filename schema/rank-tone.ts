/** The tokens of a rank: `--rank-best` for its ground, `--on-rank-best` for text on it, `--line-rank-best`. */
export const rankTones = ['best', 'good', 'middle', 'poor', 'worst', 'none'] as const;
export type RankTone = (typeof rankTones)[number];

const byCount: Record<number, readonly RankTone[]> = {
  2: ['best', 'worst'],
  3: ['best', 'poor', 'worst'],
  4: ['best', 'good', 'poor', 'worst'],
  5: ['best', 'good', 'middle', 'poor', 'worst'],
};

/** The tone of a rank (1 is best) on a scale of `of` ranks; `none` where there is no rank or no such scale. */
export function rankTone(rank: number | undefined, of: number | undefined): RankTone {
  return byCount[of ?? 0]?.[(rank ?? 0) - 1] ?? 'none';
}

/** How many of the `of` bars beside the word are filled: all for the best rank, one for the worst. */
export function filledBars(rank: number, of: number): number {
  return of - rank + 1;
}
