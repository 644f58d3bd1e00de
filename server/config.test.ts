import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { homeFolder, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'oversight-config-'));
const secret = join(folder, 'password');
writeFileSync(secret, 'opens sesame\n');
afterAll(() => rmSync(folder, { recursive: true }));

test('without any setting it is the embedded store on this machine alone', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    logLevel: 'info',
    rates: { writes: 600, records: 2_000_000 },
    proxies: 0,
    store: { kind: 'sqlite', folder: join(homeFolder, 'data') },
  });
});

test('an empty setting counts as not set', () => {
  expect(readConfig({ PORT: '', NEO4J_URI: ' ' })).toEqual(readConfig({}));
});

test('an address of a Neo4j makes it the store, with its password from a file', () => {
  const { store } = readConfig({ NEO4J_URI: 'neo4j+s://graph.example', NEO4J_PASSWORD_FILE: secret });
  expect(store).toEqual({
    kind: 'neo4j',
    uri: 'neo4j+s://graph.example',
    user: 'neo4j',
    password: 'opens sesame',
  });
});

test.each([
  ['PORT', { PORT: 'many' }],
  ['PORT', { PORT: '65536' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['NEO4J_URI', { NEO4J_URI: 'http://127.0.0.1:7474', NEO4J_PASSWORD: 'x' }],
  ['NEO4J_URI', { NEO4J_URI: 'bolt://me:secret@127.0.0.1', NEO4J_PASSWORD: 'x' }],
  ['NEO4J_PASSWORD', { NEO4J_URI: 'bolt://127.0.0.1:1' }],
  ['NEO4J_PASSWORD_FILE', { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD_FILE: '/nowhere/password' }],
  ['NEO4J_PASSWORD', { NEO4J_URI: 'bolt://a', NEO4J_PASSWORD: 'x', NEO4J_PASSWORD_FILE: secret }],
])('a mistake in %s names it, in one sentence and without the secret', (name, settings) => {
  expect(() => readConfig(settings)).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
  expect(() => readConfig(settings)).not.toThrow(/secret@/);
});

test.each(['RATE_LIMIT_WRITES', 'RATE_LIMIT_RECORDS', 'TRUSTED_PROXIES'])(
  '%s is a whole number, or refused by its name',
  (name) => {
    expect(() => readConfig({ [name]: 'many' })).toThrow(`${name} is “many”`);
    expect(() => readConfig({ [name]: '0' })).not.toThrow();
  },
);
