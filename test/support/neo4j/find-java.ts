import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const OLDEST_VERSION = 17;

/**
 * The command for a Java that can run our Neo4j, or undefined. JAVA_HOME is asked before the PATH, as Maven does.
 * The version is read from the compiler's module, not from `java -version`, because a Java file run as source
 * needs the compiler, which a bare run-time lacks.
 */
export function findJava(): string | undefined {
  const home = process.env.JAVA_HOME;
  const candidates = home ? [join(home, 'bin', 'java'), 'java'] : ['java'];
  return candidates.find((command) => {
    const modules = spawnSync(command, ['--list-modules'], { encoding: 'utf8' }).stdout ?? '';
    const version = /^jdk\.compiler@(\d+)/m.exec(modules)?.[1];
    return version !== undefined && Number(version) >= OLDEST_VERSION;
  });
}
