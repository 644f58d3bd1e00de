import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const POM = join(import.meta.dirname, 'pom.xml');

/** The folder of all our downloads for Neo4j; git ignores it, and a CI may keep it between runs. */
export const NEO4J_CACHE = resolve(import.meta.dirname, '../../../.cache/neo4j');

export const JARS = join(NEO4J_CACHE, 'lib');

/** A file beside the jars which says from which pom they came. */
export const POM_HASH_FILE = 'pom.sha256';

export function pomHash(): string {
  return createHash('sha256').update(readFileSync(POM)).digest('hex');
}

/** Whether the jars are there, all of them, and those of the present pom: the hash is written last. */
export function jarsAreReady(): boolean {
  const file = join(JARS, POM_HASH_FILE);
  return existsSync(file) && readFileSync(file, 'utf8').trim() === pomHash();
}
