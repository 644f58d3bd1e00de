import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readClientFiles } from '../../../server/pages/client-files.ts';
import { type StartedApp, startApp } from './start-app.ts';

let app: StartedApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oversight-client-'));
  await mkdir(join(folder, 'assets'));
  await mkdir(join(folder, 'playground'));
  await mkdir(join(folder, 'embed'));
  await writeFile(join(folder, 'embed', 'index.html'), '<html><head></head>embedded</html>');
  await writeFile(join(folder, 'index.html'), '<html><head></head>explorer</html>');
  await writeFile(join(folder, 'playground', 'index.html'), '<html><head></head>playground</html>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), `// ${'x'.repeat(5_000)}`);
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *');
  app = await startApp({ clientFiles: await readClientFiles(folder) });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

const asBrowser = { headers: { accept: 'text/html,*/*;q=0.8' } };

test.each(['/', '/explore', '/explore/person/jacky-tiotto'])('%s opens the explorer', async (path) => {
  const page = await fetch(`${app.url}${path}`, asBrowser);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('explorer');
});

test('an address that the explorer does not keep is none', async () => {
  expect((await fetch(`${app.url}/explorer`, asBrowser)).status).toBe(404);
  expect((await fetch(`${app.url}/assets/gone.js`, asBrowser)).status).toBe(404);
});

test('no path leads out of the folder', async () => {
  const paths = ['/..%2fpackage.json', '/assets/..%2f..%2fpackage.json', '//etc/passwd', '/%00'];
  for (const path of paths) expect((await fetch(app.url + path)).status).toBe(404);
});

test('the same address is the playground for a browser and the API for a client', async () => {
  const page = await fetch(`${app.url}/graphql?query=%7B__typename%7D`, asBrowser);
  expect(await page.text()).toContain('playground');
  const answer = await fetch(`${app.url}/graphql?query=%7B__typename%7D`, {
    headers: { accept: 'application/json' },
  });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
});

test.each(['/', '/graphql'])(
  '%s runs our own scripts alone, and its styles bear a nonce that is new each time',
  async (path) => {
    const load = () => fetch(app.url + path, asBrowser);
    const [first, second] = [await load(), await load()];
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(await first.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`);
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
  },
);

test.each(['/', '/graphql', '/livez', '/assets/main-1a2b.js', '/nowhere'])(
  '%s is sniffed by nobody',
  async (path) => {
    const { headers } = await fetch(app.url + path, asBrowser);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('pages of others may show /embed in a frame, and nothing else of ours', async () => {
  const ancestorsOf = async (path: string) => {
    const { headers } = await fetch(app.url + path, asBrowser);
    return /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  };
  expect(await ancestorsOf('/embed')).toBe('*');
  for (const path of ['/', '/graphql', '/livez', '/person/jacky-tiotto', '/assets/main-1a2b.js', '/embed/x'])
    expect(await ancestorsOf(path), path).toBe("'none'");
  expect(await (await fetch(`${app.url}/embed`, asBrowser)).text()).toContain('embedded');
  const { headers } = await fetch(`${app.url}/embed`, asBrowser);
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
});

test('a file with a hash in its name is kept for ever, another one is asked for again', async () => {
  const hashed = await fetch(`${app.url}/assets/main-1a2b.js`);
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const plain = await fetch(`${app.url}/robots.txt`);
  expect(plain.headers.get('cache-control')).toBe('no-cache');
  const again = await fetch(`${app.url}/robots.txt`, {
    headers: { 'if-none-match': plain.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('a script is sent compressed to those who can read it so', async () => {
  const sent = await fetch(`${app.url}/assets/main-1a2b.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(sent.headers.get('content-encoding')).toBe('gzip');
  expect((await sent.text()).length).toBe(5_003);
});
