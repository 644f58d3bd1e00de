import { connect, type Socket } from 'node:net';

/** Sends bodies to one server and brings what it answers, one at a time. */
export interface Client {
  ask(body: string): Promise<string>;
  close(): void;
}

const HEAD_END = '\r\n\r\n';

/**
 * A client on one connection that is kept open. It writes and reads HTTP/1.1 by hand, so that it takes little of the
 * machine's time away from the servers. Rejects where the answer is not 200.
 */
export async function openClient(port: number, path: string): Promise<Client> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const answers = readAnswers(socket);
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: `;
  return {
    ask: (body) => {
      const answer = answers.next();
      socket.write(`${head}${Buffer.byteLength(body)}${HEAD_END}${body}`);
      return answer;
    },
    close: () => socket.destroy(),
  };
}

function readAnswers(socket: Socket): { next(): Promise<string> } {
  let received: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (text: string) => void; reject: (problem: Error) => void } | null = null;
  const fail = (problem: Error) => {
    waiting?.reject(problem);
    waiting = null;
  };
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = takeAnswer(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    const { resolve, reject } = waiting ?? {};
    waiting = null;
    if (answer.status === 200) resolve?.(answer.body);
    else reject?.(new Error(`the server answered ${answer.status}: ${answer.body.slice(0, 400)}`));
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      }),
  };
}

/** The answer, once all of it is there; its body comes with a length or in chunks. */
function takeAnswer(received: Buffer): { readonly status: number; readonly body: string } | null {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const body = received.subarray(end + HEAD_END.length);
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length !== undefined)
    return body.length < Number(length) ? null : { status, body: body.toString('utf8') };
  return body.subarray(-5).toString('latin1') === '0\r\n\r\n' ? { status, body: joinChunks(body) } : null;
}

function joinChunks(body: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, line), 16);
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
