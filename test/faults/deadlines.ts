import { expect } from 'vitest';

/** Within this a caller is answered, whatever the database does, in milliseconds; beside other work later. */
export const ANSWER = process.env.FAULT_ROUNDS ? 3_000 : 30_000;
/** Within this reads are good once the database is back. */
export const BACK = process.env.FAULT_ROUNDS ? 5_000 : 60_000;

export const soon = () => AbortSignal.timeout(ANSWER);

/** Waits for what must be so by the deadline. */
export async function until(holds: () => Promise<boolean>, deadline = 60_000): Promise<void> {
  await expect.poll(() => holds().catch(() => false), { timeout: deadline, interval: 100 }).toBe(true);
}
