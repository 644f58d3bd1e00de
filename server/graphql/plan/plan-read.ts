import { type GraphQLResolveInfo, getArgumentValues, getNamedType, type SelectionSetNode } from 'graphql';
import type { Path } from 'graphql/jsutils/Path.js';
import { type NodeType, nodeTypeNames, nodeTypes } from '../../../schema/node-types.ts';
import {
  type PropertyName,
  propertyNames,
  type RelationshipPropertyName,
  relationshipPropertyNames,
} from '../../../schema/properties.ts';
import type {
  Branch,
  EvidenceSelection,
  NodeSelection,
  RelationshipSelection,
} from '../../store/read-plan.ts';
import { collectFields, type FieldGroup, possibleTypes, returnTypeOf, type Walk } from './collect-fields.ts';
import { type Ask, readOf } from './reads.ts';
import { rememberAsk } from './remember-ask.ts';

/** A place in the selection: what is selected there, on objects of which types, and its path. */
interface Place {
  readonly selections: readonly SelectionSetNode[];
  readonly types: readonly string[];
  readonly path: string;
}

/** Selections while they grow: two aliases, or `edges.node` and `nodes`, add to the same one. */
interface NodeNeed {
  readonly properties: Set<PropertyName>;
  readonly branches: Branch[];
  evidence: EvidenceNeed | null;
  statements: StatementNeed | null;
  counts: boolean;
}
interface EvidenceNeed {
  document: NodeNeed | null;
}
interface StatementNeed {
  evidence: EvidenceNeed | null;
}
interface RelationshipNeed {
  readonly properties: Set<RelationshipPropertyName>;
  readonly ends: { from: NodeNeed | null; to: NodeNeed | null };
  evidence: EvidenceNeed | null;
  statements: StatementNeed | null;
}

/**
 * The selection under the field that is being resolved, as questions; what it answers goes into the read plan.
 * Pure: the same selection and variables give the same plan, and nothing stands in it that is not selected.
 */
export function askSelection(info: GraphQLResolveInfo, args: Readonly<Record<string, unknown>>): Ask {
  return { ...rememberAsk(info, () => askAnew(info, args)), args };
}

function askAnew(info: GraphQLResolveInfo, args: Ask['args']): Ask {
  const walk: Walk = { info, steps: 0 };
  const selections = info.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  const types = possibleTypes(walk, getNamedType(info.returnType).name);
  return makeAsk(walk, { selections, types, path: keyOfPath(info.path) }, args, [info.parentType.name]);
}

/** The key under which a field's branch stands: response keys from below the root field, joined by “/”. */
export function keyOfPath(path: Path): string {
  const keys: string[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'string') keys.push(at.key);
  }
  return keys.reverse().slice(1).join('/');
}

function makeAsk(walk: Walk, place: Place, args: Ask['args'], onTypes: readonly string[]): Ask {
  return {
    path: place.path,
    args,
    // In the order of the table, so that equal selections are equal plans.
    onTypes: nodeTypeNames.filter((type) => onTypes.includes(type)),
    selects: (...way) => placesAt(walk, place, way).length > 0,
    nodes: (...ways) => {
      const places = ways.flatMap((way) => placesAt(walk, place, way));
      return places.length === 0 ? null : freezeNode(addNodes(walk, null, places));
    },
    relationships: (...ways) => {
      const places = ways.flatMap((way) => placesAt(walk, place, way));
      return places.length === 0 ? null : freezeRelationship(addRelationships(walk, places));
    },
  };
}

/** The places that a way of field names leads to: several if the names are selected under several aliases. */
function placesAt(walk: Walk, place: Place, way: readonly string[]): readonly Place[] {
  const [name, ...rest] = way;
  if (name === undefined) return [place];
  return collectFields(walk, place.selections, place.types)
    .filter(({ definition }) => definition.name === name)
    .flatMap((group) => placesAt(walk, below(walk, place, group), rest));
}

function below(walk: Walk, { path }: Place, group: FieldGroup): Place {
  return {
    selections: group.selections,
    types: possibleTypes(walk, returnTypeOf(group)),
    path: path === '' ? group.key : `${path}/${group.key}`,
  };
}

function addNodes(walk: Walk, given: NodeNeed | null, places: readonly Place[]): NodeNeed {
  const need = given ?? {
    properties: new Set(),
    branches: [],
    evidence: null,
    statements: null,
    counts: false,
  };
  for (const place of places) {
    const types = place.types.filter(isNodeType);
    for (const group of collectFields(walk, place.selections, types)) addNodeField(walk, need, place, group);
  }
  return need;
}

function addNodeField(walk: Walk, need: NodeNeed, place: Place, group: FieldGroup): void {
  const read = readOf(group.definition);
  if (read?.kind === 'properties') for (const property of read.properties) need.properties.add(property);
  if (read?.kind === 'evidence') need.evidence = addEvidence(walk, need.evidence, below(walk, place, group));
  if (read?.kind === 'statements')
    need.statements = addStatements(walk, need.statements, below(walk, place, group));
  if (read?.kind === 'counts') need.counts = true;
  if (read?.kind !== 'branches') return;
  const args = getArgumentValues(group.definition, group.field, walk.info.variableValues);
  const { properties, branches } = read.plan(makeAsk(walk, below(walk, place, group), args, group.types));
  for (const property of properties) need.properties.add(property);
  need.branches.push(...branches);
}

function addRelationships(walk: Walk, places: readonly Place[]): RelationshipNeed {
  const need: RelationshipNeed = {
    properties: new Set(),
    ends: { from: null, to: null },
    evidence: null,
    statements: null,
  };
  for (const place of places) {
    const types = place.types.filter((type) => !isNodeType(type));
    for (const group of collectFields(walk, place.selections, types)) {
      const read = readOf(group.definition);
      const next = below(walk, place, group);
      if (read?.kind === 'relationshipProperties')
        for (const property of read.properties) need.properties.add(property);
      if (read?.kind === 'evidence') need.evidence = addEvidence(walk, need.evidence, next);
      if (read?.kind === 'statements') need.statements = addStatements(walk, need.statements, next);
      if (read?.kind === 'end') need.ends[read.end] = addNodes(walk, need.ends[read.end], [next]);
    }
  }
  return need;
}

function addEvidence(walk: Walk, given: EvidenceNeed | null, place: Place): EvidenceNeed {
  const need = given ?? { document: null };
  for (const group of collectFields(walk, place.selections, place.types)) {
    if (readOf(group.definition)?.kind === 'document') {
      need.document = addNodes(walk, need.document, [below(walk, place, group)]);
    }
  }
  return need;
}

function addStatements(walk: Walk, given: StatementNeed | null, place: Place): StatementNeed {
  const need = given ?? { evidence: null };
  for (const group of collectFields(walk, place.selections, place.types)) {
    if (readOf(group.definition)?.kind === 'evidence') {
      need.evidence = addEvidence(walk, need.evidence, below(walk, place, group));
    }
  }
  return need;
}

/** Properties stand in the order of the table, so that equal needs are equal plans. */
function freezeNode({ properties, branches, evidence, statements, counts }: NodeNeed): NodeSelection {
  return {
    properties: propertyNames.filter((property) => properties.has(property)),
    evidence: freezeEvidence(evidence),
    statements: statements && { evidence: freezeEvidence(statements.evidence) },
    counts,
    branches,
  };
}

function freezeRelationship(need: RelationshipNeed): RelationshipSelection {
  return {
    properties: relationshipPropertyNames.filter((property) => need.properties.has(property)),
    evidence: freezeEvidence(need.evidence),
    statements: need.statements && { evidence: freezeEvidence(need.statements.evidence) },
    from: need.ends.from && freezeNode(need.ends.from),
    to: need.ends.to && freezeNode(need.ends.to),
  };
}

function freezeEvidence(need: EvidenceNeed | null): EvidenceSelection | null {
  return need && { document: need.document && freezeNode(need.document) };
}

function isNodeType(name: string): name is NodeType {
  return Object.hasOwn(nodeTypes, name);
}
