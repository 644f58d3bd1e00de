import { int } from 'neo4j-driver';
import { expect, test } from 'vitest';
import type { Query } from '../plan/plan-to-cypher.ts';
import type { Row } from '../values.ts';
import { shareStatements } from './share-statements.ts';

const text = [
  'CALL () {',
  'MATCH (n:Person) WHERE n.name_key > $p0',
  'CALL (n) { RETURN $p1 AS told }',
  'WITH n, told ORDER BY n.name_key LIMIT $p2',
  'RETURN collect([n.id, told]) AS page',
  '}',
  'RETURN page, null AS total',
].join('\n');

const query = (after: string, limit = 3): Query => ({
  text,
  parameters: { p0: after, p1: 'word', p2: int(limit) },
});

/** A database that answers each statement with a row of its own `p0`, all at once when it is told to. */
function makeDatabase() {
  const sent: Query[] = [];
  const held: (() => void)[] = [];
  const read = async (asked: Query): Promise<readonly Row[]> => {
    sent.push(asked);
    await new Promise<void>((resolve) => held.push(resolve));
    const { p0, asks } = asked.parameters;
    if (!Array.isArray(asks)) return [{ page: p0, total: null }];
    return asks.map(({ nth, ask }) => ({ nth: nth.toNumber(), page: ask.p0, total: null })).reverse();
  };
  const release = async () => {
    while (held.length > 0) {
      for (const go of held.splice(0)) go();
      await new Promise((turn) => setImmediate(turn));
    }
  };
  return { sent, read, release };
}

const always = () => true;
const columns = ['page', 'total'];

test('a statement by itself is sent as it is', async () => {
  const { sent, read, release } = makeDatabase();
  const rows = shareStatements(read, always)(query('a'), columns);
  expect(sent).toEqual([query('a')]);
  await release();
  expect(await rows).toEqual([{ page: 'a', total: null }]);
});

test('what waits is run by one statement, each with its own values, and each gets its own rows', async () => {
  const { sent, read, release } = makeDatabase();
  const share = shareStatements(read, always);
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const answers = letters.map((letter) => share(query(letter), columns));
  await release();
  expect(await Promise.all(answers)).toEqual(letters.map((letter) => [{ page: letter, total: null }]));
  expect(sent).toHaveLength(5);
  const joined = sent[4];
  expect(joined?.text.split('\n')).toEqual([
    'UNWIND $asks AS each',
    'WITH each.nth AS nth, each.ask AS ask',
    'CALL (ask) {',
    'CALL (ask) {',
    'MATCH (n:Person) WHERE n.name_key > ask.p0',
    'CALL (ask, n) { RETURN ask.p1 AS told }',
    'WITH n, told ORDER BY n.name_key LIMIT $p2',
    'RETURN collect([n.id, told]) AS page',
    '}',
    'RETURN page, null AS total',
    '}',
    'RETURN nth, page, total',
  ]);
  expect(joined?.parameters).toEqual({
    p2: int(3),
    asks: ['e', 'f', 'g'].map((letter, nth) => ({ nth: int(nth), ask: { p0: letter, p1: 'word' } })),
  });
});

test('statements of other limits, which Cypher cannot vary, go apart', async () => {
  const { sent, read, release } = makeDatabase();
  const share = shareStatements(read, always);
  const answers = Array.from({ length: 12 }, (_, turn) => share(query(`${turn}`, 1 + (turn % 2)), columns));
  await release();
  expect((await Promise.all(answers)).map(([row]) => row?.page)).toEqual(
    Array.from({ length: 12 }, (_, turn) => `${turn}`),
  );
  expect(sent.map(({ parameters: { asks } }) => (Array.isArray(asks) ? asks.length : 1))).toEqual([
    1, 1, 1, 1, 1, 1, 1, 1, 2, 2,
  ]);
});
