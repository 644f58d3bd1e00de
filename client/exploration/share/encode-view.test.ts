import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import seed from '../../../seeds/cafcass.json' with { type: 'json' };
import { someCommand } from '../arbitrary-commands.ts';
import { sights } from '../camera.ts';
import { type Exploration, emptyExploration, type ShownRelationship } from '../exploration.ts';
import { runCommand } from '../run-command.ts';
import { exploreSmallWorld, shownNode, smallWorld } from '../small-world.ts';
import { decodeView } from './decode-view.ts';
import { encodeView } from './encode-view.ts';
import { rebuildExploration } from './rebuild-exploration.ts';
import { type SharedView, shareView } from './shared-view.ts';
import { fieldsLeftOut, sharedFields, sharedRules } from './view-fields.ts';
import { NODES_SHARED } from './view-problems.ts';

const someCamera = fc.option(
  fc.record({
    zoom: fc.double({ min: 0.08, max: 4, noNaN: true }),
    middle: fc.record({
      x: fc.double({ min: -90_000, max: 90_000, noNaN: true }),
      y: fc.double({ min: -90_000, max: 90_000, noNaN: true }),
    }),
    sight: fc.constantFrom(...sights),
  }),
);

/** As the explorer does, which fetches all relationships among the nodes that it shows. */
const someView = fc
  .array(someCommand, { maxLength: 14 })
  .map((commands) =>
    commands
      .map((command) =>
        'relationships' in command ? { ...command, relationships: smallWorld.relationships } : command,
      )
      .reduce((state, command) => runCommand(state, command).state, emptyExploration),
  );

function textOf(view: SharedView): string {
  const encoded = encodeView(view);
  if (encoded.kind !== 'encoded') throw new Error(`the view was not encoded: ${encoded.problem.kind}`);
  return encoded.text;
}

test('a view comes out of its text as it went in, whatever was done to it and wherever one looks from', () => {
  fc.assert(
    fc.property(someView, someCamera, (exploration, camera) => {
      const view = shareView(exploration, camera);
      expect(decodeView(textOf(view))).toEqual({ kind: 'view', view });
    }),
    { numRuns: 300 },
  );
});

test('with its records a view is the very exploration that it was made from', () => {
  fc.assert(
    fc.property(someView, (exploration) => {
      const decoded = decodeView(textOf(shareView(exploration, null)));
      if (decoded.kind !== 'view') throw new Error('the text was not read');
      const rebuilt = rebuildExploration(decoded.view, {
        nodes: [...exploration.nodes.values()].reverse(),
        relationships: exploration.relationships.values(),
      });
      expect(rebuilt).toEqual({ exploration: atRest(exploration), missing: [] });
      expect([...rebuilt.exploration.nodes.keys()]).toEqual([...exploration.nodes.keys()]);
    }),
    { numRuns: 300 },
  );
});

/** Without what a link leaves out: where the keyboard is, and what expansions brought that has been removed since. */
function atRest(exploration: Exploration): Exploration {
  const expansions = [...exploration.expansions].map(([of, { nodes }]) => {
    const there = nodes.filter((id) => exploration.nodes.has(id));
    const touches = ({ record }: ShownRelationship) =>
      there.includes(record.from) || there.includes(record.to);
    const relationships = [...exploration.relationships.values()].filter(touches);
    return [of, { nodes: there, relationships: relationships.map(({ record }) => record.id) }] as const;
  });
  return { ...exploration, focus: null, expansions: new Map(expansions) };
}

test('every field of an exploration is in its text, or there is a reason why it is not', () => {
  expect([...sharedFields, ...fieldsLeftOut].sort()).toEqual(Object.keys(emptyExploration).sort());
  const keys = sharedFields.map((field) => sharedRules[field].key);
  expect(new Set([...keys, 'n', 'c']).size).toBe(keys.length + 2);
});

test('a node that is missing takes along what hangs on it, and the rest stands', () => {
  const selected = runCommand(exploreSmallWorld(), {
    kind: 'select',
    ids: [nodeId('quote/grit'), nodeId('organisation/ofsted')],
  }).state;
  const { state } = runCommand(selected, { kind: 'pin', ids: [nodeId('quote/grit')], pinned: true });
  const { exploration, missing } = rebuildExploration(shareView(state, null), {
    nodes: smallWorld.nodes.filter(({ record }) => record.id !== 'quote/grit'),
    relationships: smallWorld.relationships,
  });
  expect(missing).toEqual(['quote/grit']);
  expect(exploration.nodes.size).toBe(smallWorld.nodes.length - 1);
  expect([exploration.selection, exploration.pinned]).toEqual([['organisation/ofsted'], new Set()]);
  expect([...exploration.relationships.values()].map(({ record }) => record.from)).not.toContain(
    'quote/grit',
  );
});

test('the starting view of Cafcass fits into 1,500 characters, and 20,000 nodes with long ids can be written', () => {
  const [first] = seed.startingViews;
  const ids = (first?.nodes ?? []).map((id) => nodeId(id));
  expect(ids.length).toBeGreaterThan(40);
  expect(textOf(viewOf(ids)).length).toBeLessThan(1_500);
  const many = Array.from({ length: NODES_SHARED }, (_, n) =>
    nodeId(`inspection/childrens-home-sc${(n * 7_919_317) % 9_999_991}-${2008 + (n % 17)}`),
  );
  expect(decodeView(textOf(viewOf(many))).kind).toBe('view');
});

/** These nodes, scattered over a canvas as no layout would, so that their places are as long as can be. */
function viewOf(ids: SharedView['nodes']): SharedView {
  const places = ids.map(
    (id, n) => [id, { x: ((n * 7_919) % 24_001) / 10, y: ((n * 104_729) % 9_001) / 10 }] as const,
  );
  const camera = { zoom: 0.61803, middle: { x: 1234.56, y: 345.67 }, sight: 'part' as const };
  return { ...shareView({ ...emptyExploration, positions: new Map(places) }, camera), nodes: ids };
}

test('a view of more nodes than any view has is neither written nor read', () => {
  const nodes = Array.from({ length: NODES_SHARED + 1 }, (_, n) =>
    shownNode(`person/p${n}`, 'Person', { name: 'P' }),
  );
  const { state } = runCommand(emptyExploration, { kind: 'show', nodes, relationships: [] });
  const problem = { kind: 'tooManyNodes', nodes: NODES_SHARED + 1 };
  expect(encodeView(shareView(state, null))).toEqual({ kind: 'problem', problem });
  expect(decodeView(made({ n: nodes.map(({ record }) => record.id) }))).toEqual({ kind: 'problem', problem });
});

/** A text of version 1 that says what is given. */
function made(fields: unknown): string {
  return `1.${Buffer.from(deflateSync(strToU8(JSON.stringify(fields)))).toString('base64url')}`;
}

test('a view of a newer version, or with a field of one, says that it is newer', () => {
  const newer = { kind: 'problem', problem: { kind: 'newer' } };
  expect(decodeView(textOf(shareView(exploreSmallWorld(), null)).replace(/^1/, '2'))).toEqual(newer);
  expect(decodeView(made({ n: [], zz: 1 }))).toEqual(newer);
});

const garbled = { kind: 'problem', problem: { kind: 'garbled' } };

test.each<readonly [string, string]>([
  ['nothing', ''],
  ['no version', 'abc'],
  ['version 0', '0.abc'],
  ['no base64url', '1.a+b/'],
  ['no deflate', '1.AAAAAAAA'],
  ['no JSON', `1.${Buffer.from(deflateSync(strToU8('{'))).toString('base64url')}`],
  ['a list', made([])],
  ['null', made(null)],
  ['no nodes', made({})],
  ['ids that are none', made({ n: ['../../etc'] })],
  ['a node twice', made({ n: ['a/b', 'a/b'] })],
  ['too few places', made({ n: ['a/b'], p: [1] })],
  ['a place beyond all canvases', made({ n: ['a/b'], p: [1e300, 0] })],
  ['half a place', made({ n: ['a/b'], p: [1, null] })],
  ['a node that is not there', made({ n: ['a/b'], h: [1] })],
  ['a node before the first', made({ n: ['a/b'], h: [-1] })],
  ['a window that ends before it begins', made({ n: [], t: ['2018-01', '2017-01'] })],
  ['a month that is none', made({ n: [], t: ['2018-13', '2018-14'] })],
  ['a day that is none', made({ n: [], t: ['soon'] })],
  ['a filter by nothing', made({ n: [], x: [['shoe size', 0, ['9']]] })],
  ['a filter that neither shows nor hides', made({ n: [], x: [['year', 2, ['2014']]] })],
  ['a look of no type', made({ n: [], l: [['constructor', null, 'normal']] })],
  ['a tone that is none', made({ n: [], l: [['Person', 'url(x)', 'normal']] })],
  ['an arrangement that is none', made({ n: [], a: '__proto__' })],
  ['a selection of text', made({ n: [], s: ['<script>'] })],
  ['an expansion of nothing', made({ n: [], e: [[0, []]] })],
  ['a camera that looks at nothing', made({ n: [], c: [0, 0, 0, 0] })],
  ['a camera that sees in no way', made({ n: [], c: [1, 0, 0, 3] })],
  ['a camera of text', made({ n: [], c: ['1', 0, 0, 0] })],
  ['a starting view that is no key', made({ n: [], v: 'a b' })],
])('a text that says %s is garbled', (_what, text) => {
  expect(decodeView(text)).toEqual(garbled);
});

test('a filter by a type that is not known here leaves that type out of it', () => {
  const decoded = decodeView(
    made({
      n: [],
      x: [
        ['type', 0, ['Quote', 'Ghost']],
        ['basis', 0, ['guessed']],
      ],
    }),
  );
  expect(decoded).toMatchObject({
    kind: 'view',
    view: { filters: new Map([['type', { kind: 'without', keys: new Set(['Quote']) }]]) },
  });
});

test('a key that every object has is no field', () => {
  expect(
    decodeView(`1.${Buffer.from(deflateSync(strToU8('{"n":[],"__proto__":{}}'))).toString('base64url')}`)
      .kind,
  ).toBe('problem');
});

test('a text that was cut off anywhere is a problem', () => {
  const text = textOf(shareView(exploreSmallWorld(), null));
  for (let end = 0; end < text.length; end += 1) expect(decodeView(text.slice(0, end))).toEqual(garbled);
});

test('a small text that swells to twenty megabytes is refused without swelling', () => {
  const block = deflateSync(new Uint8Array(20_000_000).fill(32));
  expect(block.length).toBeLessThan(30_000);
  expect(decodeView(`1.${Buffer.from(block).toString('base64url')}`)).toEqual(garbled);
});

test('any text and any fields are read or refused, and nothing is thrown', () => {
  const kinds = ['view', 'problem'];
  const isTold = (text: string) => kinds.includes(decodeView(text).kind);
  fc.assert(fc.property(fc.string(), (text) => isTold(`1.${text}`)));
  const someFields = fc.dictionary(fc.constantFrom(...'ncpfhxotleasv'), fc.jsonValue());
  fc.assert(fc.property(someFields, (fields) => isTold(made(fields))));
});
