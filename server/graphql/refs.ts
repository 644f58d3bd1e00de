import { type NodeType, nodeTypeNames } from '../../schema/node-types.ts';
import type { RecordChange } from '../store/graph-store.ts';
import type {
  EvidenceTree,
  NodeTree,
  RelationshipCount,
  RelationshipTree,
  StatementTree,
} from '../store/read-plan.ts';
import { builder } from './builder.ts';

/** Anything with an id of its own: a node of the graph, or a relationship. */
export const NodeRef = builder.interfaceRef<NodeTree | RelationshipTree>('Node');
export const EntityRef = builder.interfaceRef<NodeTree>('Entity');
export const PartyRef = builder.interfaceRef<NodeTree>('Party');

const refOf = (type: NodeType) => builder.objectRef<NodeTree>(type);
export type NodeObjectRef = ReturnType<typeof refOf>;

const nodeRefs = new Map<NodeType, NodeObjectRef>(nodeTypeNames.map((type) => [type, refOf(type)]));

/** The object type of a node type. */
export function nodeRef(type: NodeType): NodeObjectRef {
  const ref = nodeRefs.get(type);
  if (!ref) throw new TypeError(`no object type for ${type}`);
  return ref;
}

/** The types that can speak; a field that ends at exactly these gives a Party. */
export const partyTypes: readonly NodeType[] = ['Person', 'Organisation', 'Document'];

/** Whether nodes of these types are a Party, an Entity or a type of their own. */
export function typeNameOf(types: readonly NodeType[]): NodeType | 'Party' | 'Entity' {
  const [only] = types;
  if (types.length === 1 && only) return only;
  const areParties = types.length === partyTypes.length && partyTypes.every((type) => types.includes(type));
  return areParties ? 'Party' : 'Entity';
}

/** The GraphQL type that stands for nodes of any of these types. */
export function refOfTypes(types: readonly NodeType[]): NodeObjectRef | typeof EntityRef {
  const name = typeNameOf(types);
  if (name === 'Entity') return EntityRef;
  return name === 'Party' ? PartyRef : nodeRef(name);
}

export const RelationshipRef = builder.objectRef<RelationshipTree>('Relationship');
export const EvidenceRef = builder.objectRef<EvidenceTree>('Evidence');
export const StatementRef = builder.objectRef<StatementTree>('Statement');
export const ChangeRef = builder.objectRef<RecordChange>('RecordChange');
export const RelationshipCountRef = builder.objectRef<RelationshipCount>('RelationshipCount');
