import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly store: StoreConfig;
  /** What one caller may do in a minute; 0 is no limit. */
  readonly rates: { readonly writes: number; readonly records: number };
  /** Proxies in front of the server whose `X-Forwarded-For` is believed. */
  readonly proxies: number;
}

type StoreConfig =
  /** The folder of the embedded store, absolute. */
  | { readonly kind: 'sqlite'; readonly folder: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      /** The server's default database if left out. */
      readonly database?: string;
    };

/** A setting that cannot be used; the message is one sentence that names it. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';
}

/** Every setting, with what it means and what it is if not set: what `--help` prints. */
export const settings = [
  { name: 'PORT', says: 'port to listen on', otherwise: '4000' },
  { name: 'HOST', says: 'address to listen on', otherwise: '127.0.0.1' },
  { name: 'OVERSIGHT_DATA', says: 'folder of the embedded store', otherwise: 'data/ beside package.json' },
  { name: 'NEO4J_URI', says: 'address of a Neo4j, which is then the store', otherwise: 'none' },
  { name: 'NEO4J_USER', says: 'its user', otherwise: 'neo4j' },
  { name: 'NEO4J_PASSWORD', says: 'its password', otherwise: 'none' },
  { name: 'NEO4J_PASSWORD_FILE', says: 'a file that holds the password', otherwise: 'none' },
  { name: 'NEO4J_DATABASE', says: 'its database', otherwise: 'the one that the server calls its default' },
  {
    name: 'RATE_LIMIT_WRITES',
    says: 'changes that one token may make in a minute, 0 for no limit',
    otherwise: '600',
  },
  {
    name: 'RATE_LIMIT_RECORDS',
    says: 'records that large reads of one caller may bring in a minute, 0 for no limit',
    otherwise: '2000000',
  },
  {
    name: 'TRUSTED_PROXIES',
    says: 'how many proxies in front tell the address of a caller in X-Forwarded-For',
    otherwise: '0',
  },
  { name: 'LOG_LEVEL', says: logLevels.join(', '), otherwise: 'info' },
] as const;

type SettingName = (typeof settings)[number]['name'];
type Environment = { readonly [name: string]: string | undefined };

const neo4jSchemes = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

/** The checkout or installation: the folder that holds `package.json`, `seeds/` and `dist/`. */
export const homeFolder = findHome(dirname(fileURLToPath(import.meta.url)));

/**
 * Reads every setting; nothing else in Oversight reads the environment. An empty value counts as not set.
 * Throws SettingProblem for the first one that cannot be used.
 */
export function readConfig(environment: Environment = process.env): Config {
  const given = (name: SettingName) => environment[name]?.trim() || undefined;
  const level = given('LOG_LEVEL') ?? 'info';
  const logLevel = logLevels.find((known) => known === level);
  if (!logLevel) throw new SettingProblem(`LOG_LEVEL is “${level}”: give one of ${logLevels.join(', ')}.`);
  return {
    host: given('HOST') ?? '127.0.0.1',
    port: readPort(given('PORT') ?? '4000'),
    logLevel,
    rates: {
      writes: readCount('RATE_LIMIT_WRITES', given('RATE_LIMIT_WRITES') ?? '600'),
      records: readCount('RATE_LIMIT_RECORDS', given('RATE_LIMIT_RECORDS') ?? '2000000'),
    },
    proxies: readCount('TRUSTED_PROXIES', given('TRUSTED_PROXIES') ?? '0'),
    store: given('NEO4J_URI')
      ? readNeo4j(given)
      : { kind: 'sqlite', folder: resolve(given('OVERSIGHT_DATA') ?? join(homeFolder, 'data')) },
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new SettingProblem(`PORT is “${text}”: give a whole number from 0 to 65535.`);
}

function readCount(name: SettingName, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new SettingProblem(`${name} is “${text}”: give a whole number from 0.`);
}

function readNeo4j(given: (name: SettingName) => string | undefined): StoreConfig {
  const uri = given('NEO4J_URI') ?? '';
  const parsed = URL.canParse(uri) ? new URL(uri) : null;
  if (!parsed || !neo4jSchemes.includes(parsed.protocol))
    throw new SettingProblem(
      'NEO4J_URI is no address of a Neo4j: give one that begins with bolt://, neo4j:// or neo4j+s://.',
    );
  if (parsed.username || parsed.password)
    throw new SettingProblem('NEO4J_URI holds a password: give it in NEO4J_USER and NEO4J_PASSWORD instead.');
  const database = given('NEO4J_DATABASE');
  return {
    kind: 'neo4j',
    uri,
    user: given('NEO4J_USER') ?? 'neo4j',
    password: readPassword(given('NEO4J_PASSWORD'), given('NEO4J_PASSWORD_FILE')),
    ...(database === undefined ? {} : { database }),
  };
}

function readPassword(password: string | undefined, file: string | undefined): string {
  if (password !== undefined && file !== undefined)
    throw new SettingProblem('NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set: give one of them.');
  if (password !== undefined) return password;
  if (file === undefined)
    throw new SettingProblem(
      'NEO4J_URI is set without NEO4J_PASSWORD or NEO4J_PASSWORD_FILE: give one of them.',
    );
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
  } catch {
    throw new SettingProblem(`NEO4J_PASSWORD_FILE names “${file}”, which cannot be read.`);
  }
  throw new SettingProblem(`NEO4J_PASSWORD_FILE names “${file}”, which is empty.`);
}

/** The nearest folder above with a `package.json`: the sources lie one below it, the compiled files three. */
function findHome(folder: string): string {
  const up = dirname(folder);
  return up === folder || existsSync(join(folder, 'package.json')) ? folder : findHome(up);
}
