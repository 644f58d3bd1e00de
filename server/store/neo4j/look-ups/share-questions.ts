/** Answers questions together, in their order. */
type AskTogether<Question, Answer> = (
  questions: readonly Question[],
  signal: AbortSignal,
) => Promise<readonly Answer[]>;

/**
 * Asks a question, together with others of the same key that wait. The key must tell apart all questions that are
 * not asked in the same way. Rejects with the reason of the signal at once when it is aborted, else with the problem of
 * the question.
 */
type Share<Question, Answer> = (
  key: string,
  question: Question,
  ask: AskTogether<Question, Answer>,
  signal?: AbortSignal,
) => Promise<Answer>;

interface SharingRules<Question> {
  /** Whether a single question may be to blame for a problem of a batch. */
  readonly mayRetry: (problem: unknown) => boolean;
  readonly sizeOf: (question: Question) => number;
  /** The sum of sizes of a batch at most, so that no answer grows without bound. A larger question goes alone. */
  readonly most: number;
}

interface Waiter<Question, Answer> {
  readonly question: Question;
  readonly ask: AskTogether<Question, Answer>;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (problem: unknown) => void;
  /** What its abort means for the others: it leaves the queue, or perhaps ends the batch it is in. */
  leave: () => void;
}

interface Line<Question, Answer> {
  inFlight: number;
  waiting: readonly Waiter<Question, Answer>[];
}

/** Enough to keep a database busy; from there on a question is answered sooner in company than on its own. */
const MOST_IN_FLIGHT = 4;

/**
 * Makes questions share their way to the database. Nobody waits for company: a question goes at once while fewer
 * than four of its key are in flight, and what comes meanwhile goes together when one of them returns. Each key
 * has its own four, so that a slow kind of question never holds up another. A batch that fails is tried again one
 * by one where a single question may be to blame, and is cancelled only when all have left it.
 */
export function shareQuestions<Question, Answer>(rules: SharingRules<Question>): Share<Question, Answer> {
  type Waiting = Waiter<Question, Answer>;
  const lines = new Map<string, Line<Question, Answer>>();

  const answer = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await sendTogether(batch);
      for (const [index, { resolve, reject }] of batch.entries()) {
        if (index < answers.length) resolve(answers[index] as Answer);
        else reject(new Error('a question was left without an answer'));
      }
    } catch (problem) {
      if (batch.length === 1 || !rules.mayRetry(problem)) for (const { reject } of batch) reject(problem);
      else for (const waiter of batch) if (!waiter.signal?.aborted) await answer([waiter]);
    }
  };

  /** Takes from the front of the line what may go together, one question at least. */
  const takeBatch = (line: Line<Question, Answer>): readonly Waiting[] => {
    let [count, size] = [0, 0];
    for (const { question } of line.waiting) {
      const own = rules.sizeOf(question);
      if (count > 0 && size + own > rules.most) break;
      count++;
      size += own;
    }
    const batch = line.waiting.slice(0, count);
    line.waiting = line.waiting.slice(count);
    return batch;
  };

  const sendWaiting = (key: string, line: Line<Question, Answer>): void => {
    while (line.waiting.length > 0 && line.inFlight < MOST_IN_FLIGHT) {
      const batch = takeBatch(line);
      line.inFlight++;
      void answer(batch).finally(() => {
        line.inFlight--;
        sendWaiting(key, line);
      });
    }
    if (line.inFlight === 0) lines.delete(key);
  };

  return async (key, question, ask, signal) => {
    signal?.throwIfAborted();
    const line = lines.get(key) ?? { inFlight: 0, waiting: [] };
    lines.set(key, line);
    let abort = (): void => {};
    try {
      return await new Promise((resolve, reject) => {
        const leave = () => {
          line.waiting = line.waiting.filter((other) => other !== waiter);
        };
        const waiter: Waiting = { question, ask, signal, resolve, reject, leave };
        abort = () => {
          reject(signal?.reason);
          waiter.leave();
        };
        signal?.addEventListener('abort', abort, { once: true });
        line.waiting = [...line.waiting, waiter];
        sendWaiting(key, line);
      });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  };
}

async function sendTogether<Question, Answer>(
  batch: readonly Waiter<Question, Answer>[],
): Promise<readonly Answer[]> {
  const [first] = batch;
  if (!first) return [];
  const ending = new AbortController();
  for (const waiter of batch)
    waiter.leave = () => {
      if (batch.every(({ signal }) => signal?.aborted)) ending.abort(waiter.signal?.reason);
    };
  return first.ask(
    batch.map(({ question }) => question),
    ending.signal,
  );
}
