import { expect, test } from 'vitest';
import { readProviderLevel } from '../../../server/ingest/ofsted/read-statistics.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { importTable, tableOf } from '../../support/ingest/import-csv.ts';
import { askGraph } from './ask-graph.ts';

const heading =
  'URN,Provision type,Name,Government Office Region,Local authority,Organisation which owns the provider,Event type,Inspection date,Publication date,Event number,Overall effectiveness';
const rowOf = (owner: string, day: string, number: number, grade: string) =>
  `SC1234,Children's home,Larch House,London,Barnet,${owner},Full inspection,${day},,${number},${grade}`;
const snapshots = [
  ['march_2016.csv', rowOf('Care Ltd', '05/01/2016', 1, 'Good')],
  ['march_2017.csv', rowOf('Care Ltd', '07/02/2017', 2, 'Inadequate')],
  ['march_2018.csv', rowOf('Other Care Ltd', '09/03/2018', 3, 'Outstanding')],
] as const;

test('several snapshots answer how a provider went through changes of owner and grade', async () => {
  const store = await openSqliteStore({ folder: ':memory:' });
  for (const [name, row] of snapshots)
    await importTable(store, readProviderLevel, tableOf(name, heading, row));
  const graph = askGraph(store);
  const { organisations } = await graph.ask(`{
    organisations(first: 1, where: { officialNumber: { eq: "SC1234" } }) { nodes {
      owners(first: 5) { edges { attestedOn { edtf } node { ... on Organisation { name } } } }
      inspections(first: 10) { nodes { id judgements(first: 5) { nodes { id } } } }
    } }
  }`);
  const [home] = organisations.nodes;
  const owners = home.owners.edges.map(
    ({ node, attestedOn }: { node: { name: string }; attestedOn: { edtf: string }[] }) =>
      `${node.name}: ${attestedOn.map(({ edtf }) => edtf).join(', ')}`,
  );
  expect(owners.sort()).toEqual(['Care Ltd: 2016-03-31, 2017-03-31', 'Other Care Ltd: 2018-03-31']);
  const ids = home.inspections.nodes.flatMap((inspection: { judgements: { nodes: { id: string }[] } }) =>
    inspection.judgements.nodes.map(({ id }) => id),
  );
  const { timeline } = await graph.ask(
    `query ($ids: [ID!]) { timeline(ids: $ids, first: 10) { totalCount edges { date { edtf } entity { ... on Judgement { label } } } } }`,
    { ids },
  );
  const told = timeline.edges.map(
    ({ date, entity }: { date: { edtf: string }; entity: { label: string } }) =>
      `${date.edtf} ${entity.label}`,
  );
  expect(told).toEqual(['2016-01-05 Good', '2017-02-07 Inadequate', '2018-03-09 Outstanding']);
  await graph.close();
  await store.close();
});
