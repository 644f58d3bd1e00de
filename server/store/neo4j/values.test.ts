import { expect, test } from 'vitest';
import { nodeId, relationshipId } from '../../../schema/ids.ts';
import { nodeTypeNames, propertiesOf } from '../../../schema/node-types.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';
import type { GraphNode, GraphRelationship } from '../../../schema/records.ts';
import { relationshipPropertiesOf, relationshipTypeNames } from '../../../schema/relationship-types.ts';
import {
  kindOnNode,
  kindOnRelationship,
  nodeToRow,
  relationshipToRow,
  rowToEvidence,
  rowToNode,
  rowToRelationship,
} from './values.ts';

const examples: Record<PropertyKind, PropertyValue> = {
  text: 'Sir',
  longText: 'A long remark.',
  link: 'https://example.org/Report',
  dateOrDuration: 'P3M',
  number: 2.5,
  boolean: false,
  date: partialDate('2014-04~'),
  grade: { scale: 'ofsted-social-care-2013', rank: 2, of: 4 },
  texts: ['Zoë', 'Zoé'],
  dates: [partialDate('2012'), partialDate('2013-01?')],
};

test('every node type survives the way into properties of Neo4j and back', () => {
  for (const type of nodeTypeNames) {
    const values = Object.fromEntries(
      propertiesOf(type).map((property) => [property, examples[kindOnNode(property)]]),
    );
    const node: GraphNode = {
      id: nodeId('person/zoe'),
      type,
      version: 3,
      disputed: ['date'],
      properties: { ...values, name: 'Zoë' },
    };
    expect(rowToNode(['Entity', type], nodeToRow(node))).toEqual(node);
  }
});

test('every relationship type survives it too', () => {
  const [from, to] = [nodeId('person/a'), nodeId('organisation/b')];
  for (const type of relationshipTypeNames) {
    const properties = Object.fromEntries(
      relationshipPropertiesOf(type).map((property) => [property, examples[kindOnRelationship(property)]]),
    );
    const id = relationshipId(type, from, to, '');
    const relationship: GraphRelationship = { id, type, from, to, version: 1, disputed: [], properties };
    expect(rowToRelationship(type, from, to, relationshipToRow(relationship))).toEqual(relationship);
  }
});

test('what Neo4j leaves out of evidence comes back as null', () => {
  const kept = {
    id: 'evidence/1',
    of: 'person/a',
    basis: 'outside',
    explanation: 'known',
    start: 'person/a',
  };
  expect(rowToEvidence(kept)).toEqual({
    id: 'evidence/1',
    of: 'person/a',
    document: null,
    basis: 'outside',
    locator: null,
    words: null,
    explanation: 'known',
  });
});

test('a node is found by its searched words and by its type, which no word of a user can be', () => {
  const row = nodeToRow({
    id: nodeId('person/zoe'),
    type: 'Person',
    version: 1,
    disputed: [],
    properties: { name: 'Zoë O’Hara', aliases: ['Zoe'], note: 'unsearched' },
  });
  expect(row.search_tokens).toBe(':Person zoe ohara');
});
