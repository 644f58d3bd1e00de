import { spawnSync } from 'node:child_process';

/** What came of it: a reason is a clause that completes a sentence such as “They could not be installed: …”. */
export type InstallOutcome = { kind: 'installed' } | { kind: 'not-installed'; reason: string };

/**
 * Installs Debian packages, as root or by a sudo that asks for no password. Each need lists packages of which
 * any one will do, best first, because Debian's releases offer different versions. It asks nothing and may take
 * minutes; apt's own output goes to the terminal.
 */
export function installDebianPackages(needs: readonly (readonly string[])[]): InstallOutcome {
  const prefix = commandPrefix();
  if (prefix === undefined) {
    return { kind: 'not-installed', reason: 'this needs apt-get, and root or a sudo without a password' };
  }
  const aptGet = (...parameters: string[]): boolean =>
    succeeds([...prefix, 'apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...parameters], 'inherit');
  if (!aptGet('update')) {
    return { kind: 'not-installed', reason: 'apt-get update failed (its output is above)' };
  }
  const chosen: string[] = [];
  for (const need of needs) {
    const offered = need.find((name) => succeeds(['apt-cache', 'show', name], 'ignore'));
    if (offered === undefined) {
      return { kind: 'not-installed', reason: `apt offers none of ${need.join(', ')}` };
    }
    chosen.push(offered);
  }
  return aptGet('install', '--no-install-recommends', ...chosen)
    ? { kind: 'installed' }
    : { kind: 'not-installed', reason: `apt-get install ${chosen.join(' ')} failed (its output is above)` };
}

/** The words to put before apt-get, or undefined where we may not install. */
function commandPrefix(): string[] | undefined {
  if (!succeeds(['apt-get', '--version'], 'ignore')) return undefined;
  // apt must not stop to ask about settings, and sudo would not hand down our environment.
  const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive'];
  if (process.getuid?.() === 0) return quietly;
  return succeeds(['sudo', '-n', 'true'], 'ignore') ? ['sudo', '-n', ...quietly] : undefined;
}

function succeeds([command = '', ...parameters]: string[], stdio: 'inherit' | 'ignore'): boolean {
  return spawnSync(command, parameters, { stdio }).status === 0;
}
