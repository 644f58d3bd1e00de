import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartedApp, startApp } from './start-app.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('GraphQL over HTTP is kept to the letter, every rule of the audit', async () => {
  const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetch });
  expect(audits.length).toBeGreaterThanOrEqual(61);
  const broken: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok') broken.push(`${audit.id} ${audit.name}: ${result.reason}`);
  }
  expect(broken).toEqual([]);
});
