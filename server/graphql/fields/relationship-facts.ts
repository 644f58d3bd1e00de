import type { RelationshipPropertyName } from '../../../schema/properties.ts';
import { type Direction, sayRelationship } from '../../../schema/relationship-types.ts';
import type { RelationshipTree } from '../../store/read-plan.ts';
import { DirectionEnum, RelationshipTypeEnum } from '../enums.ts';
import { reads } from '../plan/reads.ts';
import { EvidenceRef, StatementRef } from '../refs.ts';
import { exposeRelationshipProperties, type FieldMaker } from './expose-properties.ts';

interface RelationshipSource<Source> {
  readonly treeOf: (source: Source) => RelationshipTree;
  readonly properties: readonly RelationshipPropertyName[];
  /** The way it is read in words, unless the client says another. */
  readonly directionOf: (source: Source) => Direction;
}

/**
 * What every relationship shows of itself, on its own type and on the edges of connections: its properties and
 * what they rest on.
 */
export function relationshipFields<Source>(
  t: FieldMaker<Source>,
  { treeOf, properties, directionOf }: RelationshipSource<Source>,
) {
  // The words of a post need its title; no other type has one.
  const saidWith = properties.filter((property) => property === 'title');
  return {
    id: t.id({ description: 'Id of the relationship.', resolve: (source) => treeOf(source).relationship.id }),
    type: t.field({ type: RelationshipTypeEnum, resolve: (source) => treeOf(source).relationship.type }),
    startId: t.id({
      description: 'Id of the node that it begins at.',
      resolve: (source) => treeOf(source).relationship.from,
    }),
    endId: t.id({
      description: 'Id of the node that it ends at.',
      resolve: (source) => treeOf(source).relationship.to,
    }),
    ...exposeRelationshipProperties(t, properties, (source) => treeOf(source).relationship.properties),
    says: t.string({
      description: 'The relationship in words: “was chief executive of”.',
      args: { direction: t.arg({ type: DirectionEnum }) },
      ...reads({ kind: 'relationshipProperties', properties: saidWith }),
      resolve: (source, { direction }) => {
        const { type, properties: values } = treeOf(source).relationship;
        return sayRelationship(type, direction ?? directionOf(source), values);
      },
    }),
    disputed: t.boolean({
      description: 'Whether sources disagree on one of its properties.',
      resolve: (source) => treeOf(source).relationship.disputed.length > 0,
    }),
    disputedProperties: t.stringList({ resolve: (source) => treeOf(source).relationship.disputed }),
    evidence: t.field({
      type: [EvidenceRef],
      description: 'What it rests on; never empty.',
      ...reads({ kind: 'evidence' }),
      resolve: (source) => treeOf(source).evidence ?? [],
    }),
    statements: t.field({
      type: [StatementRef],
      description: 'What sources say of its properties.',
      ...reads({ kind: 'statements' }),
      resolve: (source) => treeOf(source).statements ?? [],
    }),
  };
}
