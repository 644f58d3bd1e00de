import { expect, test } from 'vitest';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type { GraphRecords } from '../../schema/records.ts';
import { makeEvidence, makeNode, makeStatement } from '../../test/support/small-world.ts';
import { settleNames } from './settle-names.ts';

const home = makeNode('organisation/home', 'Organisation', { name: 'URN 1' });
const documents = ['2016', '2018'].map((year) =>
  makeNode(`document/${year}`, 'Document', {
    name: year,
    standing: 'primary',
    publishedOn: partialDate(year),
  }),
);
const oak = makeStatement(home.id, 'name', 'Oak House');
const elm = makeStatement(home.id, 'name', 'Elm House');
const records: GraphRecords = {
  nodes: [home, ...documents],
  relationships: [],
  statements: [oak, elm],
  evidence: [makeEvidence(oak.id, 'document/2016'), makeEvidence(elm.id, 'document/2018')],
};

test('of two names the later published stands, and the other becomes an alias with its evidence', () => {
  const { nodes, statements, evidence } = settleNames(records, new Set());
  expect(nodes[0]?.properties).toEqual({ name: 'Elm House', aliases: ['Oak House'] });
  const alias = makeStatement(home.id, 'aliases', 'Oak House');
  expect(statements).toEqual([alias, elm]);
  expect(evidence).toEqual([makeEvidence(alias.id, 'document/2016'), makeEvidence(elm.id, 'document/2018')]);
});

test('settling twice changes nothing', () => {
  const once = settleNames(records, new Set());
  expect(settleNames(once, new Set())).toEqual(once);
});

test('a former name that comes back is the name again, and no alias', () => {
  const once = settleNames(records, new Set());
  const later = makeNode('document/2020', 'Document', {
    name: '2020',
    standing: 'primary',
    publishedOn: partialDate('2020'),
  });
  const { nodes, statements } = settleNames(
    {
      ...once,
      nodes: [...once.nodes, later],
      statements: [...once.statements, oak],
      evidence: [...once.evidence, makeEvidence(oak.id, later.id)],
    },
    new Set(),
  );
  expect(nodes[0]?.properties).toEqual({ name: 'Oak House', aliases: ['Elm House'] });
  expect(statements.map(({ property, value }) => `${property} ${value}`).sort()).toEqual([
    'aliases Elm House',
    'name Oak House',
  ]);
});

test('a name that a person gave stays, and others are its aliases, but for the same in other letters', () => {
  const cafcass = makeNode('organisation/cafcass', 'Organisation', { name: 'Cafcass', aliases: ['CAFCASS'] });
  const alias = makeStatement(cafcass.id, 'aliases', 'CAFCASS');
  const same = makeStatement(cafcass.id, 'name', 'CAFCASS');
  const long = makeStatement(cafcass.id, 'name', 'Advisory and Support Service');
  const { nodes, statements, evidence } = settleNames(
    {
      nodes: [cafcass],
      relationships: [],
      statements: [alias, same, long],
      evidence: [alias, same, long].map(({ id }) => makeEvidence(id, 'document/2016')),
    },
    new Set([cafcass.id]),
  );
  expect(nodes[0]?.properties).toEqual({
    name: 'Cafcass',
    aliases: ['CAFCASS', 'Advisory and Support Service'],
  });
  expect(statements.map(({ property }) => property)).toEqual(['aliases', 'aliases']);
  expect(evidence).toHaveLength(2);
});
