import { afterAll, beforeAll, expect, test } from 'vitest';
import { examples } from '../../../client/playground/examples.ts';
import { type StartedApp, startApp } from './start-app.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** Something of each right answer. */
const answers: Record<string, readonly string[]> = {
  'chief-executives': ['Anthony Douglas', 'inadequate', 'Chief Executive'],
  'private-law-practice': ['May 2008', 'inadequate', '2024'],
  'anthony-douglas': ['text', 'Cafcass praised in its first national Ofsted inspection'],
  'disputed-judgements': ['Second national inspection of Cafcass', '"Good"', '"also said"'],
  'inspections-of-cafcass': ['First national inspection of Cafcass', 'Third national inspection of Cafcass'],
  path: ['Yvette Stanley', 'Birmingham and Black Country', 'Ofsted'],
};

test('six questions are saved', () => {
  expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(answers).sort());
});

test.each(examples)('$question has its answer', async ({ name, query }) => {
  const { body } = await app.ask(query);
  expect(body.errors).toBeUndefined();
  for (const words of answers[name] ?? []) expect(JSON.stringify(body.data)).toContain(words);
});
