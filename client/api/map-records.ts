import { type NodeId, nodeId, parseRelationshipId, type RelationshipId } from '../../schema/ids.ts';
import { kindOf, type NodeType, nodeTypes, propertiesOf } from '../../schema/node-types.ts';
import { relationshipProperties } from '../../schema/properties.ts';
import type { PropertyKind } from '../../schema/property-kinds.ts';
import type { EvidenceBasis, GraphNode, GraphRelationship } from '../../schema/records.ts';
import {
  type Direction,
  type RelationshipPropertyValues,
  type RelationshipType,
  relationshipPropertiesOf,
} from '../../schema/relationship-types.ts';
import type { ShownNode, ShownRelationship, SourceDocument } from '../exploration/exploration.ts';
import type { FragmentOf } from './fragments.ts';

/** The node as the exploration holds it. Values that are null in the API are left out. */
export function mapNode(entity: FragmentOf<'entity'>): ShownNode {
  const type = readNodeType(entity.__typename);
  const given: Readonly<Record<string, unknown>> = { ...entity };
  const record: GraphNode = {
    id: nodeId(entity.id),
    type,
    version: entity.version,
    disputed: entity.disputedProperties,
    properties: {
      ...pickValues(
        given,
        propertiesOf(type).map((name) => [name, kindOf(name)] as const),
      ),
      name: entity.name,
    },
  };
  const counts = entity.relationshipCounts.map((count) => ({
    type: count.type,
    direction: readDirection(count.direction),
    neighbours: count.neighbours,
  }));
  return { record, counts, documents: documentsOf(entity.evidence) };
}

/** The relationship as the exploration holds it. */
export function mapRelationship(given: FragmentOf<'relationship'>): ShownRelationship {
  return {
    record: mapRelationshipRecord(given),
    basis: bestBasis(given.evidence.map(({ basis }) => readBasis(basis))),
    sources: given.evidence.length,
    documents: documentsOf(given.evidence),
  };
}

/** The documents that evidence is in, each once, in its order. */
function documentsOf(evidence: readonly FragmentOf<'restsOn'>[]): readonly SourceDocument[] {
  const found = new Map<NodeId, SourceDocument>();
  for (const { document } of evidence) {
    if (!document) continue;
    const id = nodeId(document.id);
    found.set(id, { id, name: document.name, isPrimary: document.standing === 'primary' });
  }
  return [...found.values()];
}

export function mapRelationshipRecord(given: FragmentOf<'relationship'>): GraphRelationship {
  return {
    id: readRelationshipId(given.id),
    type: given.type,
    from: nodeId(given.startId),
    to: nodeId(given.endId),
    version: given.version,
    disputed: given.disputedProperties,
    properties: pickRelationshipValues(given.type, { ...given }),
  };
}

export function pickRelationshipValues(
  type: RelationshipType,
  given: Readonly<Record<string, unknown>>,
): RelationshipPropertyValues {
  return pickValues(
    given,
    relationshipPropertiesOf(type).map((name) => [name, relationshipProperties[name].kind] as const),
  );
}

export function readRelationshipId(text: string): RelationshipId {
  const id = parseRelationshipId(text);
  if (!id) throw new TypeError(`“${text}” is not the id of a relationship`);
  return id;
}

/** `PERSON` and `Person` → `Person`. */
export function readNodeType(text: string): NodeType {
  const name = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  if (!(name in nodeTypes)) throw new TypeError(`“${text}” is not a type of node that this explorer knows`);
  return name as NodeType;
}

export function readDirection(text: 'IN' | 'OUT'): Direction {
  return text === 'OUT' ? 'out' : 'in';
}

export function readBasis(text: string): EvidenceBasis {
  const found = (['stated', 'inferred', 'outside'] as const).find((basis) => basis.toUpperCase() === text);
  return found ?? 'outside';
}

/** Stated before inferred before known from outside. */
function bestBasis(bases: readonly EvidenceBasis[]): EvidenceBasis {
  return (['stated', 'inferred', 'outside'] as const).find((basis) => bases.includes(basis)) ?? 'outside';
}

/**
 * The values of these properties that are there. Their kinds follow the table from which the API was made, so
 * that what comes has the shape of its kind; empty lists stand for a missing value, as in the store.
 */
function pickValues(
  given: Readonly<Record<string, unknown>>,
  wanted: readonly (readonly [string, PropertyKind])[],
): Record<string, never> {
  const present = wanted.filter(([name, kind]) => {
    const value = given[name];
    if (value === null || value === undefined) return false;
    return kind === 'texts' || kind === 'dates' ? Array.isArray(value) && value.length > 0 : true;
  });
  return Object.fromEntries(present.map(([name]) => [name, given[name] as never]));
}
