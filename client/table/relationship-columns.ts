import type { RelationshipId } from '../../schema/ids.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import { sayPostTime } from '../../schema/say-post.ts';
import type { Exploration, ShownRelationship } from '../exploration/exploration.ts';
import { visibleRelationships } from '../exploration/visible.ts';
import type { Column, RowOf } from './column.ts';

export interface RelationshipRow extends RowOf {
  readonly id: RelationshipId;
  readonly relationship: ShownRelationship;
  /** The names of its ends. */
  readonly from: string;
  readonly to: string;
}

export function relationshipRows(state: Exploration): readonly RelationshipRow[] {
  const nameOf = (id: ShownRelationship['record']['from']) =>
    state.nodes.get(id)?.record.properties.name ?? id;
  return visibleRelationships(state).map((relationship) => {
    const { id, from, to } = relationship.record;
    return { id, relationship, from: nameOf(from), to: nameOf(to) };
  });
}

/** A relationship as a sentence, when it held, and what it rests on. */
export const relationshipColumns: readonly Column<RelationshipRow>[] = [
  { key: 'from', head: 'From', width: 200, text: ({ from }) => from },
  {
    key: 'words',
    head: 'Relationship',
    width: 180,
    text: ({ relationship: { record } }) => sayRelationship(record.type, 'out', record.properties),
  },
  { key: 'to', head: 'To', width: 240, text: ({ to }) => to },
  {
    key: 'when',
    head: 'When',
    width: 160,
    text: ({ relationship: { record } }) => sayPostTime(record.properties),
    orderBy: ({ relationship: { record } }) => {
      const { from, attestedOn = [], to } = record.properties;
      return (from ?? attestedOn[0] ?? to)?.earliest ?? '';
    },
  },
  {
    key: 'sources',
    head: 'Sources',
    width: 84,
    isNumber: true,
    text: ({ relationship }) => `${relationship.sources}`,
    orderBy: ({ relationship }) => relationship.sources,
  },
  { key: 'basis', head: 'Basis', width: 88, text: ({ relationship }) => relationship.basis },
  {
    key: 'disputed',
    head: 'Disputed',
    width: 92,
    text: ({ relationship }) => (relationship.record.disputed.length > 0 ? 'disputed' : ''),
  },
  {
    key: 'documents',
    head: 'Documents',
    width: 220,
    isHiddenAtFirst: true,
    text: ({ relationship }) => relationship.documents.map(({ name }) => name).join('; '),
  },
  { key: 'id', head: 'Id', width: 240, isHiddenAtFirst: true, text: ({ id }) => id },
];
