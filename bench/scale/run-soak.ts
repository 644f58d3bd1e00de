import { createToken } from '../../server/access/tokens/create-token.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { openStream } from '../../test/api/live/read-stream.ts';
import { listenOn } from '../ask-over-http.ts';
import { ids } from './generate-nodes.ts';
import { boundedQuestions, type ScaleQuestion, steadyQuestions } from './scale-questions.ts';
import { type WorldSize, worldSize } from './world-size.ts';

interface SoakSettings {
  /** Of the world that is in the store. */
  readonly nodes: number;
  /** Asked between one request and the next. */
  readonly isOver: (asked: number) => boolean;
  /** Called after each request. */
  readonly tell: () => void;
}

export interface Soaked {
  readonly asked: number;
  readonly edits: number;
  /** Entries that the streams were told. */
  readonly told: number;
  readonly errors: readonly string[];
}

/** Readers that ask one after the other, and streams that listen. */
const READERS = 6;
const STREAMS = 10;
/** A question in so many is an edit. */
const EDIT_EVERY = 20;

const questions: readonly ScaleQuestion[] = [...steadyQuestions, ...boundedQuestions];
const editQuery = `mutation ($input: CreateEntityInput!) { createEntity(input: $input) {
  __typename ... on CreateEntitySuccess { sequence } ... on Problem { message } } }`;

/** Readers, curators and streams on one server, as long as the settings say; what any of them was told wrong is kept. */
export async function runSoak(store: GraphStore, { nodes, isOver, tell }: SoakSettings): Promise<Soaked> {
  const listening = await listenOn(store);
  const url = `http://127.0.0.1:${listening.port}`;
  const made = await createToken(store.tokens, { name: 'Eve', role: 'curator', expiresAt: null }, new Date());
  if (made.kind !== 'created') throw new Error(made.message);
  const soaked = { asked: 0, edits: 0, told: 0, errors: [] as string[] };
  const size = worldSize(nodes);
  const streams = await Promise.all(Array.from({ length: STREAMS }, () => openStream(url, { after: 0 })));
  const listeners = streams.map(async (stream) => {
    // A stream ends with its server, which is no error.
    for (let event = await stream.next(); event?.event === 'next'; event = await stream.next())
      if (event.data?.data?.graphChanged?.entry) soaked.told += 1;
  });
  const post = async (query: string, variables: object): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${made.text}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
    if (errors || !data) throw new Error(`${response.status}: ${JSON.stringify(errors).slice(0, 300)}`);
    return { ...data };
  };
  const read = async () => {
    while (!isOver(soaked.asked)) {
      const turn = soaked.asked++;
      const work = turn % EDIT_EVERY === EDIT_EVERY - 1 ? edit(turn) : ask(questionAt(turn), turn, size);
      await work.catch((error: unknown) => soaked.errors.push(String(error)));
      tell();
    }
  };
  const ask = async ({ what, query, variables, isRight }: ScaleQuestion, turn: number, of: WorldSize) => {
    const data = await post(query, variables(turn, of));
    if (!isRight(data)) throw new Error(`${what}: ${JSON.stringify(data).slice(0, 300)}`);
  };
  const edit = async (turn: number) => {
    const evidence = [{ document: ids.snapshot(0), words: `cell ${turn}` }];
    const input = { entity: { person: { name: `Person ${turn}` } }, evidence, reason: 'a soak' };
    const { createEntity } = await post(editQuery, { input });
    if (!JSON.stringify(createEntity).includes('CreateEntitySuccess'))
      throw new Error(`an edit: ${JSON.stringify(createEntity)}`);
    soaked.edits += 1;
  };
  await Promise.all(Array.from({ length: READERS }, read));
  const wanted = soaked.edits * STREAMS;
  // What the last edits came to is on its way to the streams.
  for (let wait = 0; wait < 200 && soaked.told < wanted; wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  if (soaked.told !== wanted) soaked.errors.push(`${soaked.told} entries were told, and not ${wanted}`);
  for (const stream of streams) stream.close();
  await Promise.allSettled(listeners);
  await listening.stop();
  return soaked;
}

function questionAt(turn: number): ScaleQuestion {
  const question = questions[turn % questions.length];
  if (!question) throw new Error('there are no questions');
  return question;
}
