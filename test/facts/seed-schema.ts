import { type NodeType, nodeTypeNames, nodeTypeRow, propertiesOf } from '../../schema/node-types.ts';
import { properties, relationshipProperties } from '../../schema/properties.ts';
import type { PropertyKind } from '../../schema/property-kinds.ts';
import { evidenceBases } from '../../schema/records.ts';
import {
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
  relationshipTypeRow,
} from '../../schema/relationship-types.ts';
import { arrangements } from '../../server/ingest/starting-views.ts';
import { closed, derived, type JsonSchema, ref, text } from './json-schema.ts';

const id = { type: 'string', pattern: '^[a-z][a-z0-9-]*(/[a-z0-9][a-z0-9._-]*)+$', maxLength: 200 };
const date = { ...text, pattern: '^[0-9X./?~%-]+$' };

const kinds: Record<PropertyKind, JsonSchema> = {
  text,
  longText: text,
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date,
  dateOrDuration: text,
  link: { ...text, pattern: '^https?://' },
  grade: {},
  texts: { type: 'array', items: text },
  dates: { type: 'array', items: date },
};

/** The JSON Schema (draft 7) of a seed file, made from the tables of the domain, for editors. */
export function seedSchema(): JsonSchema {
  const definitions = {
    evidence: evidenceSchema(),
    startingView: startingViewSchema(),
    ...Object.fromEntries(nodeTypeNames.map((type) => [type, nodeSchema(type)])),
    ...Object.fromEntries(relationshipTypeNames.map((type) => [type, relationshipSchema(type)])),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A seed of Oversight',
    description: 'Facts with their sources. Made from the tables in schema/, see seeds/README.md.',
    ...closed(
      {
        $schema: { type: 'string' },
        format: { const: 1 },
        name: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
        title: text,
        startingViews: { type: 'array', items: ref('startingView') },
        nodes: { type: 'array', items: { oneOf: nodeTypeNames.map(ref) } },
        relationships: { type: 'array', items: { oneOf: relationshipTypeNames.map(ref) } },
      },
      ['format', 'name', 'title', 'startingViews', 'nodes', 'relationships'],
    ),
    definitions,
  };
}

function nodeSchema(type: NodeType): JsonSchema {
  const row = nodeTypeRow(type);
  const given = propertiesOf(type).filter(
    (name) => !derived.includes(name) && (name !== 'name' || row.title === undefined),
  );
  const examples = row.kinds ? { examples: row.kinds } : {};
  const values = given.map((name) => {
    const { kind, says } = properties[name];
    return [name, { ...kinds[kind], description: says, ...(name === 'kind' ? examples : {}) }];
  });
  const fields = {
    id,
    type: { const: type },
    ...Object.fromEntries(values),
    evidence: evidenceList(0),
    statements: statementList(given),
  };
  return {
    description: row.says,
    ...closed(fields, row.title === undefined ? ['id', 'type', 'name'] : ['id', 'type']),
  };
}

function relationshipSchema(type: RelationshipType): JsonSchema {
  const { from, to, says } = relationshipTypeRow(type);
  const given = relationshipPropertiesOf(type);
  const values = given.map((name) => {
    const { kind, says: description } = relationshipProperties[name];
    return [name, { ...kinds[kind], description }];
  });
  const fields = {
    type: { const: type },
    start: { ...id, description: `One of: ${from.join(', ')}.` },
    end: { ...id, description: `One of: ${to.join(', ')}.` },
    key: { type: 'string', description: 'Tells parallel relationships of the same two nodes apart.' },
    ...Object.fromEntries(values),
    evidence: evidenceList(1),
    statements: statementList(given),
  };
  return { description: says.forward, ...closed(fields, ['type', 'start', 'end', 'evidence']) };
}

function statementList(of: readonly string[]): JsonSchema {
  const fields = {
    property: { enum: of },
    value: { type: ['string', 'number', 'boolean'], description: 'One value; of a list, one member.' },
    evidence: evidenceList(1),
    standing: { const: 'rejected' },
    reason: { ...text, description: 'Why it is rejected.' },
  };
  return { type: 'array', items: closed(fields, ['property', 'value', 'evidence']) };
}

function evidenceList(atLeast: number): JsonSchema {
  return { type: 'array', minItems: atLeast, items: ref('evidence') };
}

function evidenceSchema(): JsonSchema {
  const fields = {
    document: { ...id, description: 'The id of a document of this file.' },
    locator: { ...text, description: 'Paragraph, page or row, as “paragraphs 17, 21”.' },
    words: { ...text, description: 'The exact words or the cell.' },
    basis: { enum: evidenceBases, description: 'Left out where the document states the fact.' },
    explanation: { ...text, description: 'Where it is known from (outside), or why it follows (inferred).' },
  };
  const unstated = {
    properties: { basis: { enum: ['inferred', 'outside'] } },
    required: ['basis', 'explanation'],
  };
  const stated = { properties: { basis: { const: 'stated' } }, required: ['document'] };
  return { ...closed(fields, []), anyOf: [stated, unstated] };
}

function startingViewSchema(): JsonSchema {
  const fields = {
    id: text,
    title: text,
    says: { ...text, description: 'One sentence on what it shows.' },
    arrangement: { enum: arrangements },
    nodes: { type: 'array', minItems: 1, uniqueItems: true, items: id },
  };
  return closed(fields, Object.keys(fields));
}
