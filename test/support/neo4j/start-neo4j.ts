import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { findJava } from './find-java.ts';
import { JARS, jarsAreReady } from './neo4j-jars.ts';

const START_DEADLINE = 120_000;
const STOP_DEADLINE = 20_000;
const OUTPUT_KEPT = 20_000;
const INSTALL_FIRST = 'Run this first: npx tsx test/support/neo4j/install-neo4j.ts';

/** How to reach a Neo4j: all that a test needs. */
export interface Neo4jAddress {
  uri: string;
  user: string;
  password: string;
}

/** A Neo4j for tests. `pid` is undefined when the server is not ours, and then `stop` leaves it running. */
export interface Neo4jServer extends Neo4jAddress {
  pid: number | undefined;
  stop(): Promise<void>;
}

/** A Neo4j that we started: its process, and the temporary folder that holds all its data. */
export interface OwnNeo4j extends Neo4jServer {
  pid: number;
  folder: string;
  /** Kills the process, as a machine that loses its power does; the data stay. */
  kill(): Promise<void>;
  /** Starts it again after that, on the same port and data. */
  resume(): Promise<void>;
}

/**
 * An empty Neo4j of our own, ready for sessions, or else the server that NEO4J_TEST_URI names, as it is. Throws
 * when there is neither; nobody may take that for a reason to skip.
 */
export async function startNeo4j(): Promise<Neo4jServer> {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user, NEO4J_TEST_PASSWORD: password } = process.env;
  if (!uri) return startOwnNeo4j();
  if (!password) throw new Error('NEO4J_TEST_URI is set, so NEO4J_TEST_PASSWORD must be set too.');
  const address = { uri, user: user || 'neo4j', password };
  await verifyThatItAnswers(address);
  return { ...address, pid: undefined, stop: async () => {} };
}

/**
 * Starts a Neo4j in a process of its own with a password that nobody else knows; it takes about ten seconds.
 * Its data go when it stops. It also stops by itself when our process ends, however that ends. `machine` are options
 * of Java, for a bench that wants more of it than tests do.
 */
export async function startOwnNeo4j(machine: readonly string[] = smallMachine): Promise<OwnNeo4j> {
  const java = findJava();
  if (java === undefined) throw new Error(`No JDK of version 17 or later was found. ${INSTALL_FIRST}`);
  if (!jarsAreReady()) throw new Error(`The jars of Neo4j are not in ${JARS}. ${INSTALL_FIRST}`);
  const password = randomBytes(18).toString('base64url');
  const folder = await mkdtemp(join(tmpdir(), 'oversight-neo4j-'));
  const start = (port: number, secret?: string) =>
    startProcess(() => spawnServer(java, machine, [folder, String(port)], secret));
  let running: RunningNeo4j | null = null;
  const stop = async (): Promise<void> => {
    await running?.end('SIGTERM');
    // The server removes the folder itself, unless it was killed.
    await rm(folder, { recursive: true, force: true });
  };
  try {
    running = await start(0, password);
    const { port } = running;
    return {
      uri: `bolt://127.0.0.1:${port}`,
      user: 'neo4j',
      password,
      pid: running.pid,
      folder,
      stop,
      kill: async () => running?.end('SIGKILL'),
      resume: async () => {
        running = await start(port);
      },
    };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** A process of Neo4j that is ready. */
interface RunningNeo4j {
  readonly pid: number;
  readonly port: number;
  /** Ends it by the signal, and where that does not help in time by force; by its own id only, and only while it runs. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

async function startProcess(spawnIt: () => ChildProcess): Promise<RunningNeo4j> {
  const child = spawnIt();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE);
    await exited;
    clearTimeout(timer);
  };
  try {
    const port = await portWhenReady(child);
    if (child.pid === undefined) throw new Error('Neo4j is ready but has no process id.');
    return { pid: child.pid, port, end };
  } catch (problem) {
    await end('SIGTERM');
    throw problem;
  }
}

/**
 * The heap is bounded for machines shared with others; the simple collector and the quick compiler alone save a
 * third of the memory and some of the start.
 */
const smallMachine = ['-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** The open standard input tells the server that we are alive. A password is set where one is given. */
function spawnServer(
  java: string,
  machine: readonly string[],
  words: readonly string[],
  password: string | undefined,
): ChildProcess {
  const program = join(import.meta.dirname, 'Neo4jForTests.java');
  return spawn(java, [...machine, '-cp', join(JARS, '*'), program, ...words], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(password !== undefined && { NEO4J_FOR_TESTS_PASSWORD: password }) },
  });
}

/** Waits for the line with the port; every failure carries the last of what the server printed. */
function portWhenReady(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (what: string): void => reject(new Error(`Neo4j ${what}. It printed:\n${output}`));
    const timer = setTimeout(() => fail(`was not ready after ${START_DEADLINE / 1000} s`), START_DEADLINE);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-OUTPUT_KEPT);
      const port = /^ready on port (\d+)$/m.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    // These listeners stay for good: a pipe that nobody reads would in the end block the server.
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (problem) => {
      clearTimeout(timer);
      fail(`could not be run: ${problem.message}`);
    });
    // The streams close after the last output was read, which may be after the process has exited.
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      fail(`ended before it was ready (${signal ?? `status ${code}`})`);
    });
  });
}

async function verifyThatItAnswers({ uri, user, password }: Neo4jAddress): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 10_000 });
  try {
    await driver.verifyAuthentication();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The Neo4j that NEO4J_TEST_URI names, ${uri}, cannot be used: ${reason}`, { cause });
  } finally {
    await driver.close();
  }
}
