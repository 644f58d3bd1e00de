import { spawn } from 'node:child_process';

/** A server of the bench, in a process of its own so that its CPU time is its own. */
export interface StartedServer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts Node with these arguments; the first line that it prints is its port. It ends when this process does. */
export async function startServer(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<StartedServer> {
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(Number(output.split('\n')[0]));
    });
    child.once('exit', (code) => reject(new Error(`${program.join(' ')} ended with ${code}`)));
  });
  if (child.pid === undefined) throw new Error(`${program.join(' ')} has no process id`);
  return {
    port,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
