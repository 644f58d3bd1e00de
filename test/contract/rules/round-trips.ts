import { expect, test } from 'vitest';
import { parseRelationshipId } from '../../../schema/ids.ts';
import {
  type NodeType,
  nodeTypeNames,
  type PropertyValues,
  propertiesOf,
} from '../../../schema/node-types.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { properties, relationshipProperties } from '../../../schema/properties.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../../schema/records.ts';
import {
  relationshipPropertiesOf,
  relationshipTypeNames,
  relationshipTypes,
} from '../../../schema/relationship-types.ts';
import {
  makeEvidence,
  makeNode,
  makeRelationship,
  makeStatement,
  smallWorld,
} from '../../support/small-world.ts';
import { canonicalRecords } from '../check/canonical-answer.ts';
import { type OpenStore, withWorld } from '../check/worlds.ts';

/** One telling value of each kind; text with what quoting and folding could break. */
const examples: Record<PropertyKind, PropertyValue> = {
  text: `Zoë's “Ａ” 😀 %_\\ \`$x\` 'a' "b"`,
  longText: 'first line\nsecond line\t\u{10000}',
  number: -1234.5,
  boolean: false,
  date: partialDate('2014-04~'),
  dateOrDuration: 'P3M',
  link: 'https://example.org/ä?x=1&y=%20#z',
  grade: { scale: 'area-send-2023', rank: 2, of: 3 },
  texts: ['b', 'A', 'b', '😀'],
  dates: [partialDate('2009/..'), partialDate('2008-05-14?')],
};

/** Each type and property of the tables comes back as it was put. */
export function describeRoundTrips(open: OpenStore): void {
  test('a node of each type with each of its properties comes back as it was put', async () => {
    const nodes = nodeTypeNames.map(fullNode);
    const ids = nodes.map(({ id }) => id);
    await withWorld(
      open,
      async (store) => {
        const { nodes: found } = await store.records(ids);
        for (const node of nodes) expect(found.find(({ id }) => id === node.id)).toEqual(node);
        const select = { ...nothing, properties: propertiesOf('Inspection') };
        const read = await store.read({ kind: 'nodesById', ids, select });
        const inspection = read.nodes.find(({ node }) => node.type === 'Inspection');
        expect(inspection?.node).toEqual(nodes.find(({ type }) => type === 'Inspection'));
      },
      { nodes, relationships: [], evidence: [], statements: [] },
    );
  });

  test('a relationship of each type with each of its properties comes back as it was put', async () => {
    const nodes = nodeTypeNames.map(fullNode);
    const relationships = relationshipTypeNames.map(fullRelationship);
    const evidence = relationships.map(({ id }) => makeEvidence(id, null));
    await withWorld(
      open,
      async (store) => {
        const found = await store.records(relationships.map(({ id }) => id));
        for (const relationship of relationships)
          expect(found.relationships.find(({ id }) => id === relationship.id)).toEqual(relationship);
      },
      { nodes, relationships, evidence, statements: [] },
    );
  });

  test('records come whole, with the evidence and statements of each, and absent ids are left out', async () => {
    await withWorld(open, async (store) => {
      const ids = [...smallWorld.nodes, ...smallWorld.relationships].map(({ id }) => id);
      const absent = parseRelationshipId(`relationship/${'0'.repeat(24)}`);
      const found = await store.records([...ids, ...(absent ? [absent] : [])]);
      expect(canonicalRecords(found)).toEqual(canonicalRecords(smallWorld));
      const ada = smallWorld.nodes.filter(({ id }) => id === 'person/ada');
      const one: GraphRecords = await store.records(ada.map(({ id }) => id));
      expect(one.nodes).toEqual(ada);
      expect(one.statements.map(({ value }) => value)).toEqual(['Countess']);
      expect(one.evidence.map(({ words }) => words)).toEqual(['as printed']);
    });
  });

  test('statements come by property, then standing, then id, and evidence by id', async () => {
    const node = makeNode('person/eve', 'Person', { name: 'Eve' });
    const statements = [
      makeStatement(node.id, 'name', 'Eva', 'rejected', 'a slip'),
      makeStatement(node.id, 'name', 'Eve', 'stands'),
      ...['E', 'F', 'G', 'H'].map((name) => makeStatement(node.id, 'name', name, 'also said')),
      makeStatement(node.id, 'honorific', 'Dr', 'rejected'),
    ];
    const evidence = ['a', 'b', 'c', 'd'].map((locator) =>
      makeEvidence(node.id, null, { explanation: locator }),
    );
    await withWorld(
      open,
      async (store) => {
        const select = { ...nothing, evidence: { document: null }, statements: { evidence: null } };
        const { nodes } = await store.read({ kind: 'nodesById', ids: [node.id], select });
        const [tree] = nodes;
        const said = tree?.statements?.map(({ statement }) => statement) ?? [];
        expect(said.map(({ property, standing }) => `${property} ${standing}`)).toEqual([
          'honorific rejected',
          'name stands',
          ...Array.from({ length: 4 }, () => 'name also said'),
          'name rejected',
        ]);
        const alike = said.slice(2, 6).map(({ id }) => id);
        expect(alike).toEqual([...alike].sort());
        const rests = evidence.map(({ id }) => id).sort();
        expect(tree?.evidence?.map((one) => one.evidence.id)).toEqual(rests);
      },
      { nodes: [node], relationships: [], evidence, statements },
    );
  });

  test('a property that is missing is left out, and an empty list is kept', async () => {
    const node = makeNode('person/bare', 'Person', { name: 'Bare', aliases: [] });
    await withWorld(
      open,
      async (store) => {
        const { nodes } = await store.records([node.id]);
        expect(nodes.map((one) => Object.keys(one.properties).sort())).toEqual([['aliases', 'name']]);
      },
      { nodes: [node], relationships: [], evidence: [], statements: [] },
    );
  });
}

const nothing = { properties: [], evidence: null, statements: null, counts: false, branches: [] };

function fullNode(type: NodeType): GraphNode {
  const values = Object.fromEntries(
    propertiesOf(type).map((name) => [name, examples[properties[name].kind]]),
  ) as PropertyValues;
  return makeNode(`all/${type.toLowerCase()}`, type, { ...values, name: `Full ${type}` });
}

function fullRelationship(type: (typeof relationshipTypeNames)[number]): GraphRelationship {
  const { from, to } = relationshipTypes[type];
  const values = Object.fromEntries(
    relationshipPropertiesOf(type).map((name) => [name, examples[relationshipProperties[name].kind]]),
  );
  return makeRelationship(type, `all/${from[0].toLowerCase()}`, `all/${to[0].toLowerCase()}`, values);
}
