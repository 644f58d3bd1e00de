import { type NodeType, nodeTypeNames, nodeTypeRow, propertiesOf } from '../../schema/node-types.ts';
import { properties, relationshipProperties } from '../../schema/properties.ts';
import type { PropertyKind } from '../../schema/property-kinds.ts';
import {
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
  relationshipTypeRow,
} from '../../schema/relationship-types.ts';
import { closed, derived, type JsonSchema, ref, text } from './json-schema.ts';

/** The JSON Schema (draft 7) of a mapping, made from the tables of the domain, for editors. */
export function importMappingSchema(): JsonSchema {
  const definitions = {
    template: {
      ...text,
      description: 'Text with columns in it: {column}, or {column:slug|lower|day|excelDay}.',
    },
    end: {
      description: 'The name of a node of this mapping, or the id of one that is in the graph.',
      anyOf: [text, closed({ id: ref('template') }, ['id'])],
    },
    ...Object.fromEntries(nodeTypeNames.map((type) => [type, nodeSchema(type)])),
    ...Object.fromEntries(relationshipTypeNames.map((type) => [type, relationshipSchema(type)])),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A mapping for oversight import csv and jsonl',
    description: 'What the columns of a table mean. Made from the tables in schema/, see docs/import.md.',
    ...closed(
      {
        $schema: { type: 'string' },
        format: { const: 1 },
        document: documentSchema(),
        delimiter: { type: 'string', minLength: 1, maxLength: 1, description: 'What parts cells; a comma.' },
        nodes: { type: 'array', minItems: 1, items: { oneOf: nodeTypeNames.map(ref) } },
        relationships: { type: 'array', items: { oneOf: relationshipTypeNames.map(ref) } },
      },
      ['format', 'document', 'nodes'],
    ),
    definitions,
  };
}

function documentSchema(): JsonSchema {
  const values = propertiesOf('Document')
    .filter((name) => !derived.includes(name))
    .map((name) => [name, { description: properties[name].says }] as const);
  const fields = { id: { type: 'string', pattern: '^document/' }, ...Object.fromEntries(values) };
  return { description: 'The table itself, as the source of each fact.', ...closed(fields, ['id', 'name']) };
}

function nodeSchema(type: NodeType): JsonSchema {
  const { title, says } = nodeTypeRow(type);
  const given = propertiesOf(type).filter(
    (name) => !derived.includes(name) && (name !== 'name' || title === undefined),
  );
  const values = given.map((name) => [name, valueSchema(properties[name])] as const);
  const fields = {
    as: { ...text, description: 'By which relationships of this mapping name it.' },
    type: { const: type },
    id: ref('template'),
    once: { type: 'boolean', description: 'It stands in many rows: the first is its source.' },
    ...Object.fromEntries(values),
  };
  const named = title === undefined ? ['name'] : [];
  return { description: says, ...closed(fields, ['as', 'type', 'id', ...named]) };
}

function relationshipSchema(type: RelationshipType): JsonSchema {
  const { from, to, says } = relationshipTypeRow(type);
  const values = relationshipPropertiesOf(type).map(
    (name) => [name, valueSchema(relationshipProperties[name])] as const,
  );
  const fields = {
    type: { const: type },
    start: { ...ref('end'), description: `One of: ${from.join(', ')}.` },
    end: { ...ref('end'), description: `One of: ${to.join(', ')}.` },
    key: ref('template'),
    ...Object.fromEntries(values),
  };
  return { description: says.forward, ...closed(fields, ['type', 'start', 'end']) };
}

function valueSchema({ kind, says }: { readonly kind: PropertyKind; readonly says: string }): JsonSchema {
  const list = kind === 'texts' || kind === 'dates' ? { split: text } : {};
  const whole = closed(
    {
      from: { type: ['string', 'number', 'boolean'] },
      ...list,
      meanings: { type: 'object', additionalProperties: { type: 'string' } },
      stated: { type: 'boolean', description: 'Sources may differ on it.' },
    },
    ['from'],
  );
  return { description: says, anyOf: [{ type: ['string', 'number', 'boolean'] }, whole] };
}
