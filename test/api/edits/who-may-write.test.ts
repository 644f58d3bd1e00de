import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '../../../server/access/tokens/create-token.ts';
import { apiSchema } from '../../../server/graphql/schema.ts';
import { codeOf, type StartedApp, startApp } from '../http/start-app.ts';

const mutations = Object.values(apiSchema().getMutationType()?.getFields() ?? {});

let app: StartedApp;
const tokens: Record<string, string | undefined> = {};
beforeAll(async () => {
  app = await startApp();
  const make = async (role: 'curator' | 'reader', now: Date, expiresAt: Date | null) => {
    const outcome = await createToken(app.store.tokens, { name: 'Eve', role, expiresAt }, now);
    if (outcome.kind !== 'created') throw new Error(outcome.message);
    return outcome;
  };
  const past = new Date('2020-01-01T00:00:00Z');
  const revoked = await make('curator', new Date(), null);
  await app.store.tokens.revoke(revoked.token.id, new Date().toISOString());
  tokens.curator = (await make('curator', new Date(), null)).text;
  tokens.reader = (await make('reader', new Date(), null)).text;
  tokens.expired = (await make('curator', past, new Date('2020-01-02T00:00:00Z'))).text;
  tokens.revoked = revoked.text;
  tokens.invalid = `${revoked.text.slice(0, -4)}xxxx`;
});
afterAll(() => app.stop());

test('there are mutations to walk through', () => {
  expect(mutations.map(({ name }) => name)).toContain('linkQuote');
});

test.each(
  mutations.flatMap(({ name }) => ['anonymous', 'invalid', 'expired', 'revoked'].map((who) => [name, who])),
)('%s is refused to a caller whose token is %s, and nothing is written', async (name, who) => {
  const before = await app.store.journalHead();
  const asked = await callMutation(name, tokens[who]);
  expect([codeOf(asked), asked.status]).toEqual(['UNAUTHENTICATED', 401]);
  expect(asked.headers.get('www-authenticate')).toBe('Bearer');
  expect(asked.body.errors?.[0]?.message).toMatch(/token/);
  expect(await app.store.journalHead()).toEqual(before);
});

test.each(mutations.map(({ name }) => name))(
  '%s is forbidden to a reader, and nothing is written',
  async (name) => {
    const before = await app.store.journalHead();
    const asked = await callMutation(name, tokens.reader);
    expect(asked.body.data).toEqual({ [name]: { __typename: 'ForbiddenProblem' } });
    expect(await app.store.journalHead()).toEqual(before);
  },
);

test.each(mutations.map(({ name }) => name))('%s lets a curator through to its own rules', async (name) => {
  const asked = await callMutation(name, tokens.curator);
  const told = JSON.stringify(asked.body);
  expect(told).not.toContain('UNAUTHENTICATED');
  expect(told).not.toContain('ForbiddenProblem');
});

test('reading is open to everybody, and a client is told what it may do', async () => {
  const query = '{ viewer { name canWrite problem } person(id: "person/anthony-douglas") { name } }';
  const viewer = async (who: string) => {
    const { data } = (await app.ask(query, {}, tokens[who])).body as {
      data: { viewer: unknown; person: unknown };
    };
    expect(data.person).toEqual({ name: 'Anthony Douglas' });
    return data.viewer;
  };
  expect(await viewer('anonymous')).toEqual({ name: null, canWrite: false, problem: null });
  expect(await viewer('curator')).toEqual({ name: 'Eve', canWrite: true, problem: null });
  expect(await viewer('reader')).toEqual({ name: 'Eve', canWrite: false, problem: null });
  expect(await viewer('revoked')).toMatchObject({
    canWrite: false,
    problem: expect.stringMatching(/revoked/),
  });
  expect(await viewer('expired')).toMatchObject({
    canWrite: false,
    problem: expect.stringMatching(/expired/),
  });
});

test('a mutation that comes by GET is refused, so that no link can write', async () => {
  const before = await app.store.journalHead();
  const query = encodeURIComponent(documentOf('linkQuote'));
  const variables = encodeURIComponent(JSON.stringify({ input: sampleOf(inputOf('linkQuote')) }));
  const response = await fetch(`${app.url}/graphql?query=${query}&variables=${variables}`, {
    headers: { authorization: `Bearer ${tokens.curator}`, accept: 'application/json' },
  });
  expect(response.status).toBe(405);
  expect(await app.store.journalHead()).toEqual(before);
});

test('no token is ever logged', () => {
  const logged = app.logged.join('\n');
  for (const text of Object.values(tokens)) expect(logged).not.toContain(text?.slice(-43));
});

function callMutation(name: string, token: string | undefined) {
  return app.ask(documentOf(name), { input: sampleOf(inputOf(name)) }, token);
}

function documentOf(name: string): string {
  return `mutation ($input: ${inputOf(name)}) { ${name}(input: $input) { __typename } }`;
}

function inputOf(name: string): GraphQLInputType {
  const input = mutations
    .find((field) => field.name === name)
    ?.args.find((argument) => argument.name === 'input');
  if (!input) throw new Error(`${name} takes no input`);
  return input.type;
}

/** The least that the type lets through; numbers name no change of the journal, which one of them could take back. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type));
    return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type)]));
  }
  return { Int: 999, Float: 1, Boolean: false, ID: 'person/nobody', String: 'sample' }[String(type)];
}
