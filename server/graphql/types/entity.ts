import { commonProperties, type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import { relationshipFieldsOf } from '../../../schema/relationship-types.ts';
import type { NodeTree } from '../../store/read-plan.ts';
import { EntityTypeEnum } from '../enums.ts';
import { exposeProperties, type FieldMaker } from '../fields/expose-properties.ts';
import { genericFields } from '../fields/neighbour-fields.ts';
import { connectionField, relationshipFieldsOfNode } from '../fields/relationship-fields.ts';
import { reads } from '../plan/reads.ts';
import { EntityRef, EvidenceRef, NodeRef, nodeRef, PartyRef, partyTypes, StatementRef } from '../refs.ts';

/** Adds the interfaces and one object type for each row of the table of node types. */
export function addEntityTypes(): void {
  NodeRef.implement({
    description: 'Anything with an id: a node of the graph, or a relationship. Ids share one name space.',
    fields: (t) => ({
      id: t.id({ resolve: (tree) => ('node' in tree ? tree.node.id : tree.relationship.id) }),
    }),
    resolveType: (tree) => ('node' in tree ? tree.node.type : 'Relationship'),
  });
  EntityRef.implement({
    description: 'Every node of the graph.',
    interfaces: [NodeRef],
    fields: (t) => entityFields(t),
    resolveType: ({ node }) => node.type,
  });
  PartyRef.implement({
    description: 'Whoever can speak: a person, an organisation or a document.',
    interfaces: [EntityRef, NodeRef],
    fields: (t) => Object.fromEntries(partyFields().map((field) => [field.field, connectionField(t, field)])),
    resolveType: ({ node }) => node.type,
  });
  for (const type of nodeTypeNames) addNodeType(type);
}

function addNodeType(type: NodeType): void {
  const row = nodeTypeRow(type);
  const kinds = row.kinds ? ` Kinds: ${row.kinds.join(', ')}; new data may bring others.` : '';
  nodeRef(type).implement({
    description: row.says + kinds,
    interfaces: partyTypes.includes(type) ? [PartyRef, EntityRef, NodeRef] : [EntityRef, NodeRef],
    fields: (t) => ({
      ...exposeProperties(t, row.properties, ({ node }) => node.properties),
      ...relationshipFieldsOfNode(t, type),
    }),
  });
}

function entityFields(t: FieldMaker<NodeTree>) {
  const others = commonProperties.filter((property) => property !== 'name');
  return {
    type: t.field({ type: EntityTypeEnum, resolve: ({ node }) => node.type }),
    name: t.string({ description: 'What its label shows.', resolve: ({ node }) => node.properties.name }),
    ...exposeProperties(t, others, ({ node }) => node.properties),
    version: t.int({
      description: 'Counts its changes from 1; a mutation names the version that it saw.',
      resolve: ({ node }) => node.version,
    }),
    url: t.string({
      description: 'The address of our own page of it.',
      resolve: ({ node }, _args, { pageUrl }) => pageUrl(node.id),
    }),
    disputed: t.boolean({
      description: 'Whether sources disagree on it.',
      resolve: ({ node }) => node.disputed.length > 0,
    }),
    disputedProperties: t.stringList({
      description: 'The properties that sources disagree on, or `judgements`.',
      resolve: ({ node }) => node.disputed,
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: 'What it rests on. A property without a statement of its own rests on this too.',
      ...reads({ kind: 'evidence' }),
      resolve: ({ evidence }) => evidence ?? [],
    }),
    statements: t.field({
      type: [StatementRef],
      description: 'What each source says of its properties.',
      ...reads({ kind: 'statements' }),
      resolve: ({ statements }) => statements ?? [],
    }),
    ...genericFields(t),
  };
}

/** The relationship fields that all parties have. */
function partyFields() {
  const [first, ...others] = partyTypes;
  if (!first) return [];
  return relationshipFieldsOf(first).filter(
    ({ field, relationship, single }) =>
      !single &&
      others.every((type) =>
        relationshipFieldsOf(type).some(
          (other) => other.field === field && other.relationship === relationship,
        ),
      ),
  );
}
