import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type NodeId, nodeId, relationshipId } from '../../../schema/ids.ts';
import { importTable, tableOf } from '../../../test/support/ingest/import-csv.ts';
import { makeChange, makeNode } from '../../../test/support/small-world.ts';
import { mergeEntities } from '../../edits/actions/merge-entities.ts';
import { createEditor } from '../../jobs/editor.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { ImportProgress } from '../fragments/import-outcome.ts';
import { readProviderLevel } from './read-statistics.ts';

const heading =
  'URN,Provision type,Name,Government Office Region,Local authority,Organisation which owns the provider,Event type,Inspection date,Publication date,Event number,Overall effectiveness,Leadership and management';
const of2016 = (...rows: readonly string[]) => tableOf('march_2016.csv', heading, ...rows);
const of2017 = (...rows: readonly string[]) => tableOf('march_2017.csv', heading, ...rows);

const home = nodeId('organisation/urn-sc1234');
const inspection = nodeId('inspection/sc1234-777');
const row = (owner: string, day: string, grade: string, name = 'REDACTED') =>
  `SC1234,Children's home,${name},London,Barnet,${owner},Full inspection,${day},01/02/2016,777,${grade},Good`;

let store: GraphStore;
beforeEach(async () => {
  store = await openSqliteStore({ folder: ':memory:' });
});
afterEach(() => store.close());

describe('a row', () => {
  test('is a provider, its owner, its places, and an inspection with its judgements, each with the row as its source', async () => {
    const outcome = await importTable(
      store,
      readProviderLevel,
      of2016(row('Care Ltd', '05/01/2016', 'Good')),
    );
    expect(outcome).toMatchObject({
      kind: 'imported',
      sequence: 1,
      rows: 1,
      changed: 0,
      problems: [],
      left: [],
    });
    const { nodes, evidence } = await store.records([home, inspection]);
    expect(nodes).toMatchObject([
      {
        id: home,
        properties: {
          name: 'Children’s home, URN SC1234',
          kind: 'children’s home',
          officialNumber: 'SC1234',
        },
      },
      {
        id: inspection,
        properties: {
          name: 'Full inspection of SC1234, 5 January 2016',
          kind: 'full',
          startedOn: { edtf: '2016-01-05' },
          publishedOn: { edtf: '2016-02-01' },
          officialNumber: '777',
        },
      },
    ]);
    const good = nodeId('judgement/sc1234-777/overall/good');
    const [judgement] = (await store.records([good])).nodes;
    expect(judgement?.properties).toMatchObject({
      ...{ area: 'overall', areaAsPrinted: 'Overall effectiveness', label: 'Good' },
      grade: { scale: 'ofsted-social-care-2013', rank: 2, of: 4 },
    });
    expect(new Set(evidence.map(({ document, locator }) => `${document} ${locator}`))).toEqual(
      new Set(['document/ofsted-provider-level-2016 row 2']),
    );
    expect(await names('Judgement')).toEqual([
      'Leadership and management: Good',
      'Overall effectiveness: Good',
    ]);
  });

  test('says of relationships that they held on the day of the snapshot, and never from or to when', async () => {
    await importTable(store, readProviderLevel, of2016(row('Care Ltd', '05/01/2016', 'Good')));
    const owned = relationshipId('OWNED_BY', home, nodeId('organisation/owner-care-ltd'), '');
    const { relationships } = await store.records([owned]);
    expect(relationships.map(({ properties }) => properties)).toEqual([
      { attestedOn: [{ edtf: '2016-03-31', earliest: '2016-03-31', latest: '2016-03-31' }] },
    ]);
  });

  test('that cannot be read is left out and told; a strict import refuses the file for it', async () => {
    const file = of2016(row('Care Ltd', '05/01/2016', 'Good'), row('Care Ltd', '40/01/2016', 'Good'));
    const problem = { file: 'march_2016.csv', record: 'line 3 (row 3)', message: '“40/01/2016” is no day' };
    expect(await importTable(store, readProviderLevel, file, { strict: true })).toMatchObject({
      kind: 'refused',
      problems: [problem],
    });
    expect(await store.journal({ after: 0, limit: 5 })).toEqual([]);
    expect(await importTable(store, readProviderLevel, file)).toMatchObject({
      kind: 'imported',
      rows: 1,
      problems: [problem],
    });
  });
});

describe('two snapshots', () => {
  test('that agree on an inspection make it one node, with both as its sources', async () => {
    await importTable(store, readProviderLevel, of2016(row('Care Ltd', '05/01/2016', 'Good')));
    await importTable(store, readProviderLevel, of2017(row('Care Ltd', '05/01/2016', 'Good')));
    const { nodes, evidence } = await store.records([inspection]);
    expect(nodes.map(({ disputed, version }) => ({ disputed, version }))).toEqual([
      { disputed: [], version: 2 },
    ]);
    expect(
      evidence
        .filter(({ of }) => of === inspection)
        .map(({ document }) => document)
        .sort(),
    ).toEqual(['document/ofsted-provider-level-2016', 'document/ofsted-provider-level-2017']);
    expect(await names('Inspection')).toHaveLength(1);
  });

  test.each([
    ['in their order', [2016, 2017]],
    ['the later one first', [2017, 2016]],
  ])(
    'that differ on the day and the grade are both kept, and the later one stands, imported %s',
    async (_, years) => {
      const files = {
        2016: of2016(row('Care Ltd', '05/01/2016', 'Good')),
        2017: of2017(row('Care Ltd', '08/01/2016', 'Inadequate')),
      };
      for (const year of years) await importTable(store, readProviderLevel, files[year as 2016 | 2017]);
      const judged = ['good', 'inadequate'].map((grade) => nodeId(`judgement/sc1234-777/overall/${grade}`));
      const { nodes, statements } = await store.records([inspection, ...judged]);
      expect(
        nodes.map(({ disputed, properties: { name, standing } }) => ({ disputed, name, standing })),
      ).toEqual([
        {
          disputed: ['judgements', 'startedOn'],
          name: 'Full inspection of SC1234, 8 January 2016',
          standing: undefined,
        },
        { disputed: ['grade'], name: 'Overall effectiveness: Good', standing: 'also said' },
        { disputed: ['grade'], name: 'Overall effectiveness: Inadequate', standing: 'stands' },
      ]);
      const days = statements.filter(({ property }) => property === 'startedOn');
      expect(days.map(({ value, standing }) => `${value} ${standing}`).sort()).toEqual([
        '2016-01-05 also said',
        '2016-01-08 stands',
      ]);
    },
  );

  test('that print one grade in other words have one judgement, with the words of the later', async () => {
    await importTable(store, readProviderLevel, of2016(row('A', '05/01/2016', 'Requires improvement')));
    await importTable(
      store,
      readProviderLevel,
      of2017(row('A', '05/01/2016', 'Requires improvement to be good')),
    );
    const { nodes, evidence } = await store.records([
      nodeId('judgement/sc1234-777/overall/requires-improvement'),
    ]);
    expect(nodes.map(({ disputed, properties: { label } }) => ({ disputed, label }))).toEqual([
      { disputed: [], label: 'Requires improvement to be good' },
    ]);
    expect(evidence.map(({ words }) => words).sort()).toEqual([
      'Overall effectiveness: Requires improvement',
      'Overall effectiveness: Requires improvement to be good',
    ]);
  });

  test('give a change of owner, each attested on its day, and spellings of one name are one owner', async () => {
    await importTable(store, readProviderLevel, of2016(row('Care & Hope Ltd', '05/01/2016', 'Good')));
    await importTable(store, readProviderLevel, of2017(row('Other', '05/01/2016', 'Good')));
    await importTable(
      store,
      readProviderLevel,
      tableOf('march_2018.csv', heading, row('Care and Hope Limited', '05/01/2016', 'Good')),
    );
    const owners = ['owner-care-and-hope-ltd', 'owner-other'].map((id) => nodeId(`organisation/${id}`));
    const { nodes } = await store.records(owners);
    expect(nodes.map(({ properties: { name, aliases } }) => ({ name, aliases }))).toEqual([
      { name: 'Care and Hope Limited', aliases: ['Care & Hope Ltd'] },
      { name: 'Other', aliases: undefined },
    ]);
    const owned = owners.map((owner) => relationshipId('OWNED_BY', home, owner, ''));
    const { relationships } = await store.records(owned);
    expect(relationships.map(({ properties }) => properties.attestedOn?.map(({ edtf }) => edtf))).toEqual([
      ['2016-03-31', '2018-03-31'],
      ['2017-03-31'],
    ]);
  });

  test('of which one prints the company number behind the owner’s name have one owner, with the number apart', async () => {
    await importTable(store, readProviderLevel, of2016(row('Care Ltd', '05/01/2016', 'Good')));
    const printed = 'Care Limited (Co Number 04249271)';
    await importTable(store, readProviderLevel, of2017(row(printed, '05/01/2016', 'Good')));
    const owner = nodeId('organisation/owner-care-ltd');
    const { nodes, evidence } = await store.records([owner]);
    expect(nodes.map(({ properties }) => properties)).toMatchObject([
      { name: 'Care Limited', officialNumber: '04249271', numberScheme: 'Company number' },
    ]);
    expect(evidence.map(({ words }) => words)).toContain(printed);
    const ids = await store.nodeIds({ types: ['Organisation'], after: null, limit: 10 });
    expect(ids).toEqual(['organisation/ofsted', owner, home].sort());
  });

  test('leave an owner that is a provider its URN, whatever company number is printed', async () => {
    const other = row('', '05/01/2016', 'Good').replace('SC1234', 'SC9999').replace(',777,', ',778,');
    await importTable(store, readProviderLevel, of2016(row('Care Ltd', '05/01/2016', 'Good'), other));
    const agency = nodeId('organisation/urn-sc9999');
    await merge(agency, nodeId('organisation/owner-care-ltd'));
    const numbered = of2017(row('Care Ltd 04249271', '05/01/2016', 'Good'));
    expect(await importTable(store, readProviderLevel, numbered)).toMatchObject({ kind: 'imported' });
    const { nodes } = await store.records([agency]);
    expect(nodes.map(({ properties }) => properties)).toMatchObject([
      { officialNumber: 'SC9999', numberScheme: 'Ofsted URN' },
    ]);
    expect(await importTable(store, readProviderLevel, numbered)).toMatchObject({ kind: 'unchanged' });
  });

  test('of which one redacts the name keep it, and a former name is an alias', async () => {
    const named = (name: string) => row('A', '05/01/2016', 'Good', name);
    await importTable(store, readProviderLevel, of2017(named('REDACTED')));
    await importTable(store, readProviderLevel, of2016(named('Oak House')));
    expect(await nameOf(home)).toEqual({ name: 'Oak House', aliases: undefined });
    await importTable(store, readProviderLevel, tableOf('march_2018.csv', heading, named('Elm House')));
    await importTable(store, readProviderLevel, tableOf('march_2019.csv', heading, named('REDACTED')));
    expect(await nameOf(home)).toEqual({ name: 'Elm House', aliases: ['Oak House'] });
    const found = await store.searchCandidates({
      words: ['redacted'],
      match: 'prefixes',
      types: null,
      limit: 5,
    });
    expect(found.nodes).toEqual([]);
  });

  test('match an inspection without a number by its first day and kind, and two that fit are told and kept apart', async () => {
    const numbered = (number: string) =>
      `SC1111,Boarding School,A,London,Barnet,,Full inspection,05/01/2016,,${number},Good,`;
    await importTable(store, readProviderLevel, of2016(numbered('')));
    await importTable(store, readProviderLevel, of2017(numbered('31')));
    const dated = nodeId('inspection/sc1111-2016-01-05-full-inspection');
    const { nodes } = await store.records([dated]);
    expect(nodes.map(({ properties }) => properties.officialNumber)).toEqual(['31']);
    await importTable(store, readProviderLevel, tableOf('march_2018.csv', heading, numbered('32')));
    const outcome = await importTable(
      store,
      readProviderLevel,
      tableOf('march_2019.csv', heading, numbered('')),
    );
    expect(outcome).toMatchObject({
      notices: [
        { field: 'Event number', message: 'no number, and 2 inspections began on that day: kept apart' },
      ],
    });
  });
});

describe('an import', () => {
  const file = of2016(row('Care Ltd', '05/01/2016', 'Good'), row('Care Ltd', '05/01/2016', 'Good', 'Oak'));

  test('tells how far it is, in each phase up to the end', async () => {
    const told: ImportProgress[] = [];
    await importTable(store, readProviderLevel, file, { tell: (progress) => told.push(progress) });
    for (const phase of ['reading', 'writing'] as const) {
      const own = told.filter((progress) => progress.phase === phase);
      expect(own.at(-1)).toMatchObject({ file: 'march_2016.csv', rows: 2, done: own.at(-1)?.total });
      expect(own.map(({ done }) => done)).toEqual(own.map(({ done }) => done).sort((a, b) => a - b));
    }
  });

  test('that is repeated changes nothing and writes no entry', async () => {
    await importTable(store, readProviderLevel, file);
    expect(await importTable(store, readProviderLevel, file)).toMatchObject({ kind: 'unchanged', rows: 2 });
    expect(await store.journal({ after: 0, limit: 5 })).toHaveLength(1);
  });

  test('that is only tried tells what it would do, and writes nothing', async () => {
    const outcome = await importTable(store, readProviderLevel, file, { dryRun: true });
    expect(outcome).toMatchObject({ kind: 'would import', changed: 0, rows: 2 });
    expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
  });

  test('that is broken off while it writes leaves nothing', async () => {
    const stop = new AbortController();
    const broken = importTable(store, readProviderLevel, file, {
      signal: stop.signal,
      tell: ({ phase }) => {
        if (phase === 'writing') stop.abort(new Error('Ctrl+C'));
      },
    });
    await expect(broken).rejects.toThrow('Ctrl+C');
    expect(await store.nodeIds({ types: null, after: null, limit: 5 })).toEqual([]);
    expect(await store.journal({ after: 0, limit: 5 })).toEqual([]);
  });

  test('leaves out what somebody removed, and what leans on it', async () => {
    await importTable(store, readProviderLevel, file);
    const owner = nodeId('organisation/owner-care-ltd');
    const owned = relationshipId('OWNED_BY', home, owner, '');
    await store.write(makeChange({}, { author: 'Eve', remove: [owner, owned] }));
    const outcome = await importTable(store, readProviderLevel, file);
    expect(outcome).toMatchObject({ kind: 'unchanged', left: [{ id: owner }, { id: owned }] });
    expect((await store.records([owner])).nodes).toEqual([]);
  });

  test('says of the survivor what it says of a provider or an owner that was merged into another', async () => {
    await importTable(store, readProviderLevel, file);
    const [group, larch] = [nodeId('organisation/care-group'), nodeId('organisation/larch-house')];
    const kind = { kind: 'owner' };
    const nodes = [
      makeNode(group, 'Organisation', { name: 'Care Group', ...kind }),
      makeNode(larch, 'Organisation', { name: 'Larch House', kind: 'children’s home' }),
    ];
    await store.write(makeChange({ nodes }));
    await merge(group, nodeId('organisation/owner-care-ltd'));
    await merge(larch, home);
    const later = `SC1234,Children's home,REDACTED,London,Barnet,Care Ltd,Full inspection,07/03/2017,01/04/2017,888,Good,Good`;
    const outcome = await importTable(store, readProviderLevel, of2017(later));
    expect(outcome).toMatchObject({ kind: 'imported', left: [], notices: [] });
    const ids = await store.nodeIds({ types: ['Organisation'], after: null, limit: 10 });
    expect(ids).toEqual([group, larch, 'organisation/ofsted']);
    const { relationships: found } = await store.adjacent({
      ...{ of: [larch], types: ['OWNED_BY', 'INSPECTED'], among: false, limit: 10 },
    });
    const joined = found.map(({ type, from, to }) => `${from} ${type} ${to}`).sort();
    expect(joined).toEqual([
      'inspection/sc1234-777 INSPECTED organisation/larch-house',
      'inspection/sc1234-888 INSPECTED organisation/larch-house',
      'organisation/larch-house OWNED_BY organisation/care-group',
    ]);
    const owned = found.find(({ type }) => type === 'OWNED_BY');
    const { relationships } = await store.records(owned ? [owned.id] : []);
    expect(relationships[0]?.properties.attestedOn?.map(({ edtf }) => edtf)).toEqual([
      '2016-03-31',
      '2017-03-31',
    ]);
    expect(await importTable(store, readProviderLevel, of2017(later))).toMatchObject({ kind: 'unchanged' });
  });

  test('keeps what a curator rejected', async () => {
    await importTable(store, readProviderLevel, file);
    const records = await store.records([inspection]);
    const statements = records.statements.map((one) =>
      one.property === 'publishedOn' ? { ...one, standing: 'rejected' as const, reason: 'a slip' } : one,
    );
    await store.write(makeChange({ ...records, statements }, { author: 'Eve' }));
    await importTable(store, readProviderLevel, of2017(row('Care Ltd', '05/01/2016', 'Good')));
    const { nodes, statements: kept } = await store.records([inspection]);
    expect(nodes.map(({ properties }) => properties.publishedOn)).toEqual([undefined]);
    expect(kept.find(({ property }) => property === 'publishedOn')).toMatchObject({ reason: 'a slip' });
  });
});

/** As a curator does it. */
async function merge(survivor: NodeId, merged: NodeId): Promise<void> {
  const editor = createEditor(store, () => new Date('2026-02-03T04:05:06Z'));
  const { nodes } = await store.records([survivor, merged]);
  const version = (id: NodeId) => nodes.find((node) => node.id === id)?.version ?? 0;
  const reason = 'one and the same';
  const given = { survivorVersion: version(survivor), mergedVersion: version(merged), values: [], reason };
  const request = { author: 'Eve', reason, idempotencyKey: merged, inputHash: '' };
  const outcome = await editor.run(() => mergeEntities({ survivor, merged, ...given }), request);
  expect(outcome.kind).toBe('written');
}

async function names(type: 'Judgement' | 'Inspection'): Promise<string[]> {
  const ids = await store.nodeIds({ types: [type], after: null, limit: 100 });
  return (await store.records(ids)).nodes.map(({ properties }) => properties.name).sort();
}

async function nameOf(id: ReturnType<typeof nodeId>) {
  const [node] = (await store.records([id])).nodes;
  return { name: node?.properties.name, aliases: node?.properties.aliases };
}
