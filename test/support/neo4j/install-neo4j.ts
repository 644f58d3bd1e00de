/**
 * Run before the tests: sees to it that there is a Java and that Neo4j's jars are in .cache/neo4j/lib. It ends
 * with status 1 and a sentence saying what to do where it cannot; it never lets the Neo4j tests be skipped.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackages } from '../install-debian-packages.ts';
import { findJava } from './find-java.ts';
import { JARS, jarsAreReady, NEO4J_CACHE, POM, POM_HASH_FILE, pomHash } from './neo4j-jars.ts';

const JDK_PACKAGES = ['openjdk-17-jdk-headless', 'openjdk-21-jdk-headless'];

function installNeo4j(): void {
  if (process.env.NEO4J_TEST_URI) {
    console.log('Neo4j: the tests use the server that NEO4J_TEST_URI names, so nothing is installed.');
    return;
  }
  installTools();
  if (jarsAreReady()) {
    console.log('Neo4j: Java and the jars are there.');
    return;
  }
  console.log('Neo4j: fetching its jars (about 120 MB, once) …');
  fetchJars();
  console.log(`Neo4j: the jars are in ${JARS}.`);
}

/** Maven is wanted only when there are jars to fetch, so a machine with a kept cache does without it. */
function installTools(): void {
  const missing = missingTools();
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join(' and ');
  console.log(`Neo4j: ${names} not found; installing Debian's packages …`);
  const outcome = installDebianPackages(missing.map((tool) => tool.packages));
  if (missingTools().length === 0) return;
  const reason = outcome.kind === 'installed' ? 'they are still not found after it' : outcome.reason;
  throw new Error(
    `The tests need a real Neo4j, and for it ${names}, which could not be installed: ${reason}. ` +
      'Install by hand (Debian: apt-get install openjdk-17-jdk-headless maven; macOS: brew install ' +
      'openjdk@21 maven) and see that java and mvn are on the PATH; or name a running Neo4j for tests by ' +
      'NEO4J_TEST_URI, NEO4J_TEST_USER and NEO4J_TEST_PASSWORD.',
  );
}

function missingTools(): { name: string; packages: string[] }[] {
  const tools = [];
  if (findJava() === undefined) tools.push({ name: 'a JDK (17 or later)', packages: JDK_PACKAGES });
  if (!jarsAreReady() && spawnSync('mvn', ['--version']).status !== 0) {
    tools.push({ name: 'Maven', packages: ['maven'] });
  }
  return tools;
}

/** The jars appear under their final name all at once, so a run that is interrupted leaves nothing half done. */
function fetchJars(): void {
  const folder = join(NEO4J_CACHE, `fetching-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const parameters = ['-B', '-q', '-Dstyle.color=never', '-f', POM, 'dependency:copy-dependencies'];
    const settings = ['-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
    const { status } = spawnSync('mvn', [...parameters, ...settings], { stdio: 'inherit' });
    if (status !== 0) {
      throw new Error('Maven could not fetch the jars of Neo4j (its output is above); is there a network?');
    }
    writeFileSync(join(folder, POM_HASH_FILE), `${pomHash()}\n`);
    rmSync(JARS, { recursive: true, force: true });
    renameSync(folder, JARS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  installNeo4j();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
