import type { Run } from './connection.ts';
import type { Query } from './plan/plan-to-cypher.ts';

/** Statements of one transaction, which the database runs in the order in which they are sent. */
export interface SendingAhead {
  /** Runs a statement, and gives the database one that waits to do meanwhile. */
  readonly read: Run;
  /** Sends a statement that answers nothing, and does not wait until it has run. */
  readonly send: Run;
  /** Keeps a statement that answers nothing, and that no read depends on, for when the database has nothing to do. */
  readonly hold: Run;
  /** Sends what waits. */
  release(): void;
  /** Sends what waits, until all has run. Rejects with the first failure of a statement that was not waited for. */
  settle(): Promise<void>;
}

/**
 * Lets the next part of a change be prepared while the database still writes the one before. A statement that fails undoes
 * the transaction, so that a later one fails as well; then the first failure is told, which says what was wrong.
 */
export function sendAhead(run: Run): SendingAhead {
  const waiting: Query[] = [];
  const failures: unknown[] = [];
  let sent: Promise<unknown> = Promise.resolve();
  const send = (query: Query): void => {
    const running = run(query).catch((problem: unknown) => void failures.push(problem));
    // They end in the order in which they were sent.
    sent = running;
  };
  const release = (): void => {
    for (const query of waiting.splice(0)) send(query);
  };
  const settle = async (): Promise<void> => {
    release();
    await sent;
    if (failures.length > 0) throw failures[0];
  };
  return {
    read: async (query) => {
      let rows: Awaited<ReturnType<Run>>;
      try {
        rows = await run(query);
      } catch (problem) {
        await sent;
        throw failures[0] ?? problem;
      }
      const [next] = waiting.splice(0, 1);
      if (next) send(next);
      return rows;
    },
    send: async (query) => {
      send(query);
      return [];
    },
    hold: async (query) => {
      waiting.push(query);
      return [];
    },
    release,
    settle,
  };
}
