import { afterAll, expect, test } from 'vitest';
import { createToken } from '../../../server/access/tokens/create-token.ts';
import { openNeo4jStore } from '../../../server/store/neo4j/neo4j-store.ts';
import { addressOf, type Run, startOversight } from '../../cli/run-oversight.ts';
import { wipeNeo4j } from '../../contract/wipe-neo4j.ts';
import { neo4jOfWorker } from '../../support/neo4j/neo4j-of-worker.ts';
import { openStream } from './read-stream.ts';

const running: Run[] = [];
afterAll(async () => {
  for (const { child } of running) if (child.exitCode === null) child.kill('SIGKILL');
  await wipeNeo4j(neo4jOfWorker());
});

test('what is written through one server process is told and shown by another, over one Neo4j', async () => {
  const token = await prepare();
  const [one, other] = [await serve(), await serve()];
  const head = (await ask(other, '{ graph: changes(first: 50) { end } }')).graph.end;
  const news = await openStream(other.replace(/\/$/, ''), { after: head });
  const before = await countDocuments(other);
  for (let at = 1; at <= 3; at++) {
    const name = `Letter ${at}`;
    const made = await ask(one, create, { name }, token);
    const entry = await news.nextEntry();
    expect(entry).toMatchObject({ sequence: made.createEntity.sequence, author: 'Eve' });
    // The other process answers from what is there now, counts that it has remembered included.
    const id = made.createEntity.entity.id;
    expect(
      (await ask(other, '{ node(id: "ID") { ... on Document { name } } }'.replace('ID', id))).node,
    ).toEqual({ name });
    expect(await countDocuments(other)).toBe(before + at);
  }
  news.close();
});

const create = `mutation ($name: String!) {
  createEntity(input: { entity: { document: { name: $name, kind: "letter", standing: "primary" } }, reason: "It came." }) {
    ... on CreateEntitySuccess { sequence entity { id } }
  }
}`;

async function countDocuments(url: string): Promise<number> {
  const { facets } = await ask(url, '{ facets(by: [TYPE]) { key count } }');
  return facets.find(({ key }: { key: string }) => key === 'Document')?.count ?? 0;
}

/** An empty graph with a curator; the token is what she signs in with. */
async function prepare(): Promise<string> {
  const address = neo4jOfWorker();
  await wipeNeo4j(address);
  const store = await openNeo4jStore(address);
  const wanted = { name: 'Eve', role: 'curator', expiresAt: null } as const;
  const made = await createToken(store.tokens, wanted, new Date()).finally(() => store.close());
  if (made.kind !== 'created') throw new Error(made.message);
  return made.text;
}

/** Starts a server process on the database; gives its address. */
async function serve(): Promise<string> {
  const { uri, user, password } = neo4jOfWorker();
  const run = startOversight([], { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  running.push(run);
  return addressOf(run);
}

// biome-ignore lint/suspicious/noExplicitAny: the shape follows the operation, which stands beside the assertion.
async function ask(url: string, query: string, variables: object = {}, token?: string): Promise<any> {
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}
