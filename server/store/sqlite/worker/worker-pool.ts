import { StoreUnavailable } from '../../graph-store.ts';
import type { Answer, Answerer, AnswerTo, Question } from './question.ts';
import type { WorkerReport } from './question-worker.ts';
import { type QuestionWorker, startWorker, type WorkerGone } from './start-worker.ts';

/** Two questions at once, so that a short one need not wait for a long one; more would crowd small machines. */
const MOST_WORKERS = 2;

/** How many questions may wait for a worker; whoever comes then is told so at once. */
export const mostWaiting = 64;

/** A question with the two ends of its promise, of which the first call counts. */
interface Asked {
  readonly question: Question;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** Answers on a file in threads, which start with the first question that needs them. */
export function openWorkerPool(place: string): Answerer {
  const workers = new Set<QuestionWorker>();
  const idle = new Set<QuestionWorker>();
  const queue = new Set<Asked>();
  const running = new Set<Asked>();
  let statements = 0;
  let isClosed = false;

  const start = (): QuestionWorker => {
    const worker = startWorker({ place }, () => {
      workers.delete(worker);
      idle.delete(worker);
    });
    workers.add(worker);
    return worker;
  };
  const give = (asked: Asked): void => {
    const worker = firstOf(idle) ?? (workers.size < MOST_WORKERS ? start() : null);
    if (worker) void serve(worker, asked);
    else queue.add(asked);
  };
  const serve = async (worker: QuestionWorker, asked: Asked): Promise<void> => {
    idle.delete(worker);
    running.add(asked);
    const report = await worker.ask(asked.question);
    running.delete(asked);
    if (report.kind !== 'gone') statements += report.statements;
    settle(asked, report, place);
    if (workers.has(worker)) idle.add(worker);
    const next = firstOf(queue);
    if (!next) return;
    queue.delete(next);
    give(next);
  };
  return {
    ask: <One extends Question>(question: One, signal?: AbortSignal) =>
      new Promise<AnswerTo<One>>((resolve, reject) => {
        signal?.throwIfAborted();
        if (isClosed) throw new StoreUnavailable(`${place} is closed`);
        if (queue.size >= mostWaiting)
          throw new StoreUnavailable(`${place} is asked too much at once: ask again in a moment`);
        const asked = listenFor(question, resolve, reject, signal, () => queue.delete(asked));
        give(asked);
      }),
    statementCount: () => statements,
    close: async () => {
      isClosed = true;
      for (const asked of [...queue, ...running]) asked.reject(new StoreUnavailable(`${place} is closed`));
      queue.clear();
      await Promise.all([...workers].map((worker) => worker.end()));
    },
  };
}

/** The question with its promise, which is rejected and left when the signal is aborted. */
function listenFor<One extends Question>(
  question: One,
  resolve: (answer: AnswerTo<One>) => void,
  reject: (reason: unknown) => void,
  signal: AbortSignal | undefined,
  leave: () => void,
): Asked {
  // A question that is being answered runs to its end, as the driver cannot interrupt it. Nobody hears the answer.
  const stop = () => {
    leave();
    reject(signal?.reason);
  };
  const stay = () => signal?.removeEventListener('abort', stop);
  signal?.addEventListener('abort', stop, { once: true });
  return {
    question,
    resolve: (answer) => {
      stay();
      resolve(answer as AnswerTo<One>);
    },
    reject: (reason) => {
      stay();
      reject(reason);
    },
  };
}

function settle(asked: Asked, report: WorkerReport | WorkerGone, place: string): void {
  switch (report.kind) {
    case 'answered':
      asked.resolve(report.answer);
      break;
    case 'failed': {
      const { error, message } = report;
      asked.reject(error === 'unavailable' ? new StoreUnavailable(message) : new Error(message));
      break;
    }
    case 'gone': {
      const message = `the worker on ${place} ended before it had answered: ask again, a new one will`;
      asked.reject(new StoreUnavailable(message, { cause: report.cause }));
    }
  }
}

function firstOf<Item>(items: ReadonlySet<Item>): Item | null {
  for (const item of items) return item;
  return null;
}
