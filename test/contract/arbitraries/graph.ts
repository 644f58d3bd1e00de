import fc, { type Arbitrary } from 'fast-check';
import {
  evidenceId,
  type NodeId,
  nodeId,
  parseRelationshipId,
  type RelationshipId,
  type SupportedId,
  statementId,
} from '../../../schema/ids.ts';
import {
  type NodeType,
  nodeTypeNames,
  type PropertyValues,
  propertiesOf,
} from '../../../schema/node-types.ts';
import { statementForm } from '../../../schema/print-value.ts';
import { properties, relationshipProperties } from '../../../schema/properties.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';
import {
  type Evidence,
  evidenceBases,
  type GraphNode,
  type GraphRecords,
  type GraphRelationship,
  type Statement,
  standings,
} from '../../../schema/records.ts';
import {
  mayJoin,
  type RelationshipPropertyValues,
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
  relationshipTypeRow,
} from '../../../schema/relationship-types.ts';
import { maybe, row, textArbitrary, valueArbitrary } from './values.ts';

/** Ids are the same in every random graph, so that a random plan meets them; out of order, so that sorting counts. */
export const nodeIds: readonly NodeId[] = [...'hcnamfkbogdlej'].map((letter) => nodeId(`node/${letter}`));
export const relationshipIds: readonly RelationshipId[] = [...'9c3f1a7e5b0d824667'].flatMap(
  (digit, index) => parseRelationshipId(`relationship/${digit.repeat(22)}${index % 10}${digit}`) ?? [],
);

/** The first of these is always a document, the others often are. */
export const likelyDocuments = nodeIds.slice(0, 2);

interface EvidenceDraft {
  readonly document: number | null;
  readonly basis: Evidence['basis'];
  readonly locator: string | null;
  readonly words: string | null;
  readonly explanation: string | null;
}

interface SupportDraft {
  readonly evidence: readonly EvidenceDraft[];
  readonly statements: readonly {
    readonly property: number;
    readonly value: string;
    readonly standing: Statement['standing'];
    readonly reason: string | null;
    readonly evidence: readonly EvidenceDraft[];
  }[];
  readonly disputed: readonly string[];
}

interface NodeDraft extends SupportDraft {
  readonly type: NodeType;
  readonly properties: PropertyValues & { readonly name: string };
}

interface RelationshipDraft extends SupportDraft {
  /** Choices, taken modulo what there is to choose from. */
  readonly type: number;
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<RelationshipType, RelationshipPropertyValues>>;
}

const evidenceDraft: Arbitrary<EvidenceDraft> = row({
  document: maybe(fc.nat(20), 4),
  basis: fc.constantFrom(...evidenceBases),
  locator: maybe(fc.constantFrom('page 1', 'page 2', 'row 3')),
  words: maybe(textArbitrary),
  explanation: maybe(fc.constantFrom('the same day', 'a letter')),
});

const supportDraft = {
  evidence: fc.array(evidenceDraft, { maxLength: 3 }),
  statements: fc.array(
    row({
      property: fc.nat(20),
      value: textArbitrary,
      standing: fc.constantFrom(...standings),
      reason: maybe(textArbitrary),
      evidence: fc.array(evidenceDraft, { maxLength: 2 }),
    }),
    { maxLength: 2 },
  ),
  disputed: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constantFrom(['date'], ['judgements', 'date']) },
  ),
};

const draftOf = (type: NodeType): Arbitrary<NodeDraft> =>
  row<NodeDraft>({
    ...supportDraft,
    type: fc.constant(type),
    properties: propertyValues(propertiesOf(type), properties, ['name']) as Arbitrary<
      NodeDraft['properties']
    >,
  });

/** Documents come first, so that random plans and filters know where to find them. */
const nodeDrafts: Arbitrary<NodeDraft[]> = fc
  .tuple(
    fc.array(draftOf('Document'), { minLength: 1, maxLength: likelyDocuments.length }),
    fc.array(fc.oneof(...nodeTypeNames.map(draftOf)), {
      maxLength: nodeIds.length - likelyDocuments.length,
      size: 'max',
    }),
  )
  .map(([documents, others]) => [...documents, ...others]);

const relationshipDraft: Arbitrary<RelationshipDraft> = row({
  ...supportDraft,
  type: fc.nat(1000),
  from: fc.nat(20),
  to: fc.nat(20),
  values: row(
    Object.fromEntries(
      relationshipTypeNames.map((type) => [
        type,
        propertyValues(relationshipPropertiesOf(type), relationshipProperties, []),
      ]),
    ),
  ) as Arbitrary<RelationshipDraft['values']>,
});

/** A small graph that keeps every rule of the store: what a test can write in one change. */
export const graphArbitrary: Arbitrary<GraphRecords> = fc
  .tuple(nodeDrafts, fc.array(relationshipDraft, { maxLength: relationshipIds.length, size: 'max' }))
  .map(([nodes, relationships]) => buildGraph(nodes, relationships));

function propertyValues<Name extends string>(
  names: readonly Name[],
  rows: Readonly<Record<Name, { readonly kind: PropertyKind }>>,
  required: readonly Name[],
): Arbitrary<object> {
  const model = Object.fromEntries(names.map((name) => [name, valueArbitrary(name, rows[name].kind)]));
  return fc.record(model, { requiredKeys: [...required], noNullPrototype: true });
}

function buildGraph(
  nodesGiven: readonly NodeDraft[],
  relationshipsGiven: readonly RelationshipDraft[],
): GraphRecords {
  const nodes = nodesGiven.map(
    ({ type, properties: values, disputed }, index): GraphNode => ({
      id: pick(nodeIds, index),
      type,
      version: 1,
      disputed,
      properties: values,
    }),
  );
  const documents = nodes.flatMap(({ id, type }) => (type === 'Document' ? [id] : []));
  const relationships = buildRelationships(nodes, relationshipsGiven);
  const evidence = new Map<string, Evidence>();
  const statements = new Map<string, Statement>();
  const addEvidence = (of: SupportedId, drafts: readonly EvidenceDraft[]): void => {
    for (const draft of drafts) {
      const document =
        draft.document === null || documents.length === 0 ? null : pick(documents, draft.document);
      const id = evidenceId(of, document, draft.locator, draft.basis, draft.explanation);
      evidence.set(id, { ...draft, id, of, document });
    }
  };
  const addSupport = (
    record: GraphNode | GraphRelationship,
    names: readonly string[],
    draft: SupportDraft,
  ) => {
    addEvidence(record.id, draft.evidence);
    for (const { property, standing, reason, value: text, evidence: drafts } of draft.statements) {
      const name = pick(names, property);
      const own = (record.properties as Readonly<Record<string, PropertyValues[keyof PropertyValues]>>)[name];
      const value = (own === undefined ? null : statementForm(own)) ?? text;
      const id = statementId(record.id, name, value);
      statements.set(id, { id, of: record.id, property: name, value, standing, reason });
      addEvidence(id, drafts);
    }
  };
  nodes.forEach((node, index) => {
    addSupport(node, propertiesOf(node.type), pick(nodesGiven, index));
  });
  for (const { relationship, draft } of relationships) {
    addSupport(relationship, relationshipPropertiesOf(relationship.type), draft);
    if (draft.evidence.length === 0) addEvidence(relationship.id, [plainEvidence]);
  }
  return {
    nodes,
    relationships: relationships.map(({ relationship }) => relationship),
    evidence: [...evidence.values()],
    statements: [...statements.values()],
  };
}

const plainEvidence: EvidenceDraft = {
  document: null,
  basis: 'outside',
  locator: null,
  words: null,
  explanation: 'well known',
};

function buildRelationships(
  nodes: readonly GraphNode[],
  drafts: readonly RelationshipDraft[],
): { readonly relationship: GraphRelationship; readonly draft: RelationshipDraft }[] {
  const taken = new Set<string>();
  const possible = relationshipTypeNames.flatMap((type) => {
    const pairs = nodes.flatMap((from) =>
      nodes.filter((to) => mayJoin(type, from.type, to.type)).map((to) => [from.id, to.id] as const),
    );
    return pairs.length > 0 ? [{ type, pairs }] : [];
  });
  if (possible.length === 0) return [];
  return drafts.flatMap((draft, index) => {
    const { type, pairs } = pick(possible, draft.type);
    const [from, to] = pick(pairs, draft.from * 21 + draft.to);
    const end = `${type} ${to}`;
    if (relationshipTypeRow(type).oneAtEnd && taken.has(end)) return [];
    taken.add(end);
    const id = pick(relationshipIds, index);
    const values = draft.values[type];
    return [
      {
        draft,
        relationship: { id, type, from, to, version: 1, disputed: draft.disputed, properties: values },
      },
    ];
  });
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('there is nothing to pick from');
  return item;
}
