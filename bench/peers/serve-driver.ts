/**
 * The floor: runs the statements that a body names on the bare driver, one after the other, and writes the rows as
 * they come. Prints its port.
 */
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { type Statement, unpackParameters } from './statements.ts';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});

async function run(statements: readonly Statement[]): Promise<unknown[]> {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const answers = [];
    for (const { text, parameters } of statements) {
      const { records } = await session.run(text, unpackParameters(parameters));
      answers.push(records.map((record) => record.toObject()));
    }
    return answers;
  } finally {
    await session.close();
  }
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    run(JSON.parse(Buffer.concat(chunks).toString()))
      .then((answers) => {
        const body = Buffer.from(JSON.stringify(answers));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
        response.end(body);
      })
      .catch((problem: unknown) => response.writeHead(500).end(String(problem)));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
process.on('disconnect', () => process.exit(0));
