import type { NodeType } from '../../../../schema/node-types.ts';
import type { PropertyKind } from '../../../../schema/property-kinds.ts';
import { farTypesOf } from '../../../../schema/relationship-types.ts';
import type { Branch, NodeSelection, RelationshipSelection } from '../../read-plan.ts';
import { sortColumnsOf } from '../../sort-position.ts';
import { columnsToRead, kindOnNode, kindOnRelationship } from '../values.ts';

/*
 * Trees travel as lists in which each value has its place, and nothing that is known already travels at all: names of
 * properties, the type of a node where its place allows one only, the ends of a relationship. What stands where is
 * said here once, for the text that writes it and for the code that reads it.
 */

/** One property in a list: its columns stand beside each other. */
export interface ListedProperty {
  readonly name: string;
  readonly kind: PropertyKind;
  readonly columns: readonly string[];
}

/** Columns of evidence and statements, which are read whole. */
export const evidenceColumns = ['id', 'of', 'document', 'basis', 'locator', 'words', 'explanation'] as const;
export const statementColumns = ['id', 'of', 'property', 'value', 'standing', 'reason'] as const;

const ofNodes = new WeakMap<NodeSelection, readonly ListedProperty[]>();
const ofRelationships = new WeakMap<RelationshipSelection, readonly ListedProperty[]>();

/** The properties of a node, its name first. */
export function nodeProperties(select: NodeSelection): readonly ListedProperty[] {
  return keep(ofNodes, select, () => list(['name', ...select.properties], kindOnNode));
}

export function relationshipProperties(select: RelationshipSelection): readonly ListedProperty[] {
  return keep(ofRelationships, select, () => list(select.properties, kindOnRelationship));
}

/** The type of the nodes at a place that holds one type only; null where it must be told. */
export function onlyType(types: readonly NodeType[] | null): NodeType | null {
  return types?.length === 1 ? (types[0] ?? null) : null;
}

/** The types that the far ends of a branch can have. */
export function farTypesOfBranch({ follow }: Branch): readonly NodeType[] {
  return [...new Set(follow.flatMap(({ relationship, direction }) => farTypesOf(relationship, direction)))];
}

/** Whether relationships of several types, or in both directions, stand on a branch, so that each tells. */
export function tellsType({ follow }: Branch): boolean {
  return new Set(follow.map(({ relationship }) => relationship)).size > 1;
}
export function tellsDirection({ follow }: Branch): boolean {
  return new Set(follow.map(({ direction }) => direction)).size > 1;
}

/** All of that about one branch. */
export interface BranchLayout {
  /** Keys of an item's place that are no ids. */
  readonly keys: number;
  readonly tellsType: boolean;
  readonly tellsDirection: boolean;
  readonly farTypes: readonly NodeType[];
}

const layouts = new WeakMap<Branch, BranchLayout>();

export function layoutOf(branch: Branch): BranchLayout {
  return keep(layouts, branch, () => ({
    keys: sortColumnsOf(branch.order, 'relationships').length - 2,
    tellsType: tellsType(branch),
    tellsDirection: tellsDirection(branch),
    farTypes: farTypesOfBranch(branch),
  }));
}

/** Whether the items of a branch are read, not only counted. */
export function readsItems({ page, relationship, follow }: Branch): boolean {
  return page.limit > 0 && relationship !== null && follow.length > 0;
}

function list(names: readonly string[], kindOf: (name: string) => PropertyKind): readonly ListedProperty[] {
  return [...new Set(names)].map((name) => {
    const kind = kindOf(name);
    return { name, kind, columns: columnsToRead(name, kind) };
  });
}

function keep<Key extends object, Value>(kept: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = kept.get(key);
  if (known) return known;
  const value = make();
  kept.set(key, value);
  return value;
}
