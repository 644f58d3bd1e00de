import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Question } from './question.ts';
import type { WorkerReport, WorkerSettings, WorkerTask } from './question-worker.ts';

/** The thread ended before it answered; the cause is the error that ended it, if one did. */
export interface WorkerGone {
  readonly kind: 'gone';
  readonly cause: unknown;
}

/** A thread with a read connection of its own, which answers one question at a time. */
export interface QuestionWorker {
  /** Only to be called when the last question is answered. Never rejects. */
  ask(question: Question): Promise<WorkerReport | WorkerGone>;
  /** Lets a question that is being answered finish, and waits until the thread is gone. */
  end(): Promise<void>;
}

/** Starts a thread on a file. `onGone` is called once, when it has ended, asked to or not. */
export function startWorker(settings: WorkerSettings, onGone: () => void): QuestionWorker {
  const { file, execArgv } = workerSource();
  const thread = new Worker(file, { workerData: settings, execArgv });
  let state: 'working' | 'ending' | 'gone' = 'working';
  let cause: unknown;
  let finish: (report: WorkerReport | WorkerGone) => void = () => {};
  const report = (said: WorkerReport | WorkerGone) => {
    // A thread that waits for a question does not keep the process alive; one that is asked or ends does.
    if (state === 'working') thread.unref();
    finish(said);
  };
  const gone = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      state = 'gone';
      onGone();
      report({ kind: 'gone', cause });
      resolve();
    });
  });
  // Told to who asked when the thread exits, which comes next; without a listener it would end the process.
  thread.once('error', (error) => {
    cause = error;
  });
  thread.on('message', report);
  thread.unref();
  const tell = (task: WorkerTask) => {
    thread.ref();
    thread.postMessage(task);
  };
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (state !== 'working') return resolve({ kind: 'gone', cause });
        finish = resolve;
        tell({ kind: 'ask', question });
      }),
    end: () => {
      if (state === 'working') {
        state = 'ending';
        tell({ kind: 'end' });
      }
      return gone;
    },
  };
}

/**
 * The thread's file beside this one, and how Node is to run it: as it is once it was built, and by tsx from the
 * sources. tsx is there wherever sources are run, as a tool for development; what is built does not need it.
 */
function workerSource(): { readonly file: URL; readonly execArgv: string[] } {
  const ending = extname(fileURLToPath(import.meta.url));
  const file = new URL(`./question-worker${ending}`, import.meta.url);
  if (ending === '.js') return { file, execArgv: [] };
  // `--import tsx` serves the main thread alone; a thread must register it itself.
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const register = `import { register } from ${tsx}; register();`;
  return { file, execArgv: ['--import', `data:text/javascript,${encodeURIComponent(register)}`] };
}
