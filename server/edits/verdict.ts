/**
 * What a curator says of one of several that differ. `stands`: it does, and what cannot be true beside it is
 * rejected. `rejected`: it is. `open`: an earlier verdict on it is taken back, and the rule decides.
 */
export const verdicts = ['stands', 'rejected', 'open'] as const;
export type Verdict = (typeof verdicts)[number];
