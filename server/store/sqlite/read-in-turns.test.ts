import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { makeChange, makeNode } from '../../../test/support/small-world.ts';
import { bareNode } from '../../graphql/plan/node-selections.ts';
import { openSqliteStore } from './sqlite-store.ts';

const NODES = 700;

test('many records named at once come in the order of their ids, and others have their turn meanwhile', async () => {
  const store = await openSqliteStore({ folder: ':memory:' });
  const nodes = Array.from({ length: NODES }, (_each, at) =>
    makeNode(`organisation/n${at}`, 'Organisation', { name: `Body ${at}` }),
  );
  await store.write(makeChange({ nodes }));
  const wanted = [...nodes.map(({ id }) => id).reverse(), nodeId('organisation/nobody')];
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const answer = await store.read({ kind: 'nodesById', ids: wanted, select: bareNode });
  isOver = true;
  expect(answer.nodes.map(({ node }) => node.id)).toEqual(wanted.slice(0, -1));
  expect(turns).toBeGreaterThanOrEqual(2);
  const ended = new AbortController();
  const given = store.read({ kind: 'nodesById', ids: wanted, select: bareNode }, { signal: ended.signal });
  ended.abort();
  await expect(given).rejects.toThrow(/abort/i);
  await store.close();
});
