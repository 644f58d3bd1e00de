import fc from 'fast-check';
import {
  execute,
  type FragmentDefinitionNode,
  type GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import type { ApiContext } from '../context.ts';
import { prepareOperation } from './prepare-operation.ts';
import { runOperation } from './run-operation.ts';

/** What stands at a place of the small world depends on its name alone: a value, nothing, a failure, now or later. */
interface Spot {
  readonly name: string;
}

const turnOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7);

/**
 * Whether things come at once, later, or some so and some so. graphql-js leaves rejections unhandled where a list has a
 * failure at once and another one later; so where both occur only what may be null fails.
 */
type Pace = 'now' | 'later' | 'both';
let pace: Pace = 'now';

function come<Value>(name: string, make: () => Value, mayFail = true): unknown {
  const turn = turnOf(name);
  const later = pace === 'later' || (pace === 'both' && turn % 3 === 0);
  const fails = (mayFail || pace !== 'both') && turn % 11 === 0;
  if (fails && !later) throw new Error(`${name} fails`);
  if (fails) return Promise.reject(new Error(`${name} fails later`));
  if (mayFail && turn % 17 === 0) return new Error(`${name} is a failure`);
  const found = turn % 7 === 0 && (mayFail || pace !== 'both') ? null : make();
  return later ? Promise.resolve(found) : found;
}

const spot = (of: Spot, field: string): Spot => ({ name: `${of.name}.${field}` });
const spots = (of: Spot, field: string) =>
  [0, 1, 2].map((index) => come(`${of.name}.${field}[${index}]`, () => spot(of, `${field}${index}`), false));

const Thing: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Thing',
  fields: () => fields(),
  resolveType: ({ name }: Spot) => (turnOf(name) % 2 === 0 ? 'Book' : 'Chair'),
});

function fields() {
  const at =
    (field: string, mayFail = true) =>
    (of: Spot) =>
      come(`${of.name}.${field}`, () => spot(of, field), mayFail);
  const list =
    (field: string, mayFail = true) =>
    (of: Spot) =>
      come(`${of.name}.${field}`, () => spots(of, field), mayFail);
  return {
    name: { type: new GraphQLNonNull(GraphQLID) },
    text: { type: GraphQLString, resolve: (of: Spot) => come(`${of.name}.text`, () => 'words') },
    count: {
      type: GraphQLInt,
      resolve: (of: Spot) => come(`${of.name}.count`, () => (turnOf(of.name) % 4 === 0 ? 'no number' : 3)),
    },
    echo: {
      type: GraphQLString,
      args: { text: { type: GraphQLString }, times: { type: GraphQLInt, defaultValue: 1 } },
      resolve: (_of: Spot, args: object) => JSON.stringify(args),
    },
    next: { type: Thing, resolve: at('next') },
    must: { type: new GraphQLNonNull(Thing), resolve: at('must', false) },
    some: { type: new GraphQLList(Thing), resolve: list('some') },
    all: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Thing))),
      resolve: list('all', false),
    },
    noList: { type: new GraphQLList(GraphQLString), resolve: () => 5 },
    where: {
      type: GraphQLString,
      resolve: (_of: Spot, _args: object, _context: unknown, info: { fieldName: string; path: object }) =>
        JSON.stringify([info.fieldName, info.path]),
    },
  };
}

const object = (name: string, more: object = {}) =>
  new GraphQLObjectType<Spot>({ name, interfaces: [Thing], fields: () => ({ ...fields(), ...more }) });
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: () => ({
      ...Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [name, { type: Thing, resolve: () => ({ name }) }]),
      ),
      must: { type: new GraphQLNonNull(Thing), resolve: () => come('root', () => ({ name: 'root' }), false) },
    }),
  }),
  types: [object('Book', { pages: { type: GraphQLInt, resolve: () => 12 } }), object('Chair')],
});

const leaves = [
  'name',
  'text',
  'count',
  'noList',
  'where',
  '__typename',
  'echo(text: $text)',
  'echo(times: 2)',
  'again: text',
  '... on Book { pages }',
  'text @include(if: $yes)',
  'late: text @skip(if: $yes)',
  '...Shared',
];
const { selection } = fc.letrec<{ selection: string }>((tie) => ({
  selection: fc
    .array(
      fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(...leaves),
        fc
          .tuple(
            fc.constantFrom('next', 'must', 'some', 'all', 'x: next', 'y: all', '... on Chair', '...'),
            tie('selection'),
          )
          .map(([field, below]) => `${field} { ${below} }`),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(' ')),
}));

test('data and errors are those of graphql-js, whatever is selected and whatever fails', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'must'),
        selection,
        selection,
        fc.boolean(),
        fc.constantFrom<Pace>('now', 'later', 'both'),
      ),
      async ([root, first, second, yes, chosen]) => {
        pace = chosen;
        const text = `query ($text: String, $yes: Boolean!) { ${root} { ${first} } also: b { ${second} } }
          fragment Shared on Thing { text next { name } }`;
        const document = parse(text);
        if (validate(schema, document).some(({ message }) => !message.includes('never used'))) return;
        compared += 1;
        const variables = { text: 'said', yes };
        const theirs = await execute({ schema, document, variableValues: variables });
        const ours = await runOnce(text, variables);
        expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data));
        const [ourErrors, theirErrors] = [ours.errors, theirs.errors ?? []];
        expect(nullsOf(ours.data, ourErrors)).toEqual(nullsOf(theirs.data, theirErrors));
        // Where things come later, which of several failures below one null is told first is a matter of chance.
        if (pace === 'now') expect(tell(ourErrors)).toEqual(tell(theirErrors));
      },
    ),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(40);
});

/** The places at which the data is null because of these errors. */
function nullsOf(data: unknown, errors: readonly GraphQLError[]): string[] {
  const places = errors.map(({ path = [] }) => {
    let at: unknown = data;
    const depth = path.findIndex((step) => {
      if (at === null) return true;
      at = Reflect.get(Object(at), step);
      return false;
    });
    return path.slice(0, depth < 0 ? path.length : depth).join('.');
  });
  return [...new Set(places)].sort();
}

function tell(errors: readonly object[]): string[] {
  return errors.map((error) => JSON.stringify(error)).sort();
}

async function runOnce(text: string, variables: Record<string, unknown>) {
  const { definitions } = parse(text);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = Object.fromEntries(
    definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const prepared = prepareOperation(schema, operation, fragments, variables);
  const context = {} as ApiContext;
  // Run twice, since what is kept from the first run must not show in the second.
  await runOperation(prepared, context, variables);
  return runOperation(prepared, context, variables);
}
