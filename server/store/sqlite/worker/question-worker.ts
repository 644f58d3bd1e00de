import { parentPort, workerData } from 'node:worker_threads';
import { StoreUnavailable } from '../../graph-store.ts';
import { type Connection, openConnection } from '../connection.ts';
import { type Answer, answerQuestion, type Question } from './question.ts';

/** What the thread is given when it starts. */
export interface WorkerSettings {
  /** The file, which exists and has the newest format. */
  readonly place: string;
}

/** What the thread is told: one question after another, the next one only when the last is answered; then to end. */
export type WorkerTask = { readonly kind: 'ask'; readonly question: Question } | { readonly kind: 'end' };

/** What it says for each question, with the statements that it sent for it. */
export type WorkerReport = { readonly statements: number } & (
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Classes do not survive the way between threads: what the port knows is told apart from what is a surprise. */
  | { readonly kind: 'failed'; readonly error: 'unavailable' | 'surprise'; readonly message: string }
);

const { place } = workerData as WorkerSettings;
const port = parentPort;
let connection: Connection | null = null;

port?.on('message', (task: WorkerTask) => {
  if (task.kind === 'ask') port.postMessage(report(task.question));
  else {
    connection?.close();
    // Nothing keeps the thread any more.
    port.close();
  }
});

function report(question: Question): WorkerReport {
  const before = connection?.statementCount() ?? 0;
  const spent = () => (connection?.statementCount() ?? 0) - before;
  try {
    // Opened here, so that a file that cannot be opened fails the question with its reason, and not the thread.
    connection ??= openConnection(place, { readOnly: true });
    const answer = answerQuestion(connection, question);
    return { kind: 'answered', answer, statements: spent() };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const error = thrown instanceof StoreUnavailable ? 'unavailable' : 'surprise';
    return { kind: 'failed', error, message, statements: spent() };
  }
}
