import { nodeTypes } from '../../schema/node-types.ts';
import { printCount } from '../../schema/print-count.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import { sayPostTime } from '../../schema/say-post.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { sayStanding } from '../exploration/say-standing.ts';
import type { OutlineRow } from './list-rows.ts';

/** A row in words: what is read aloud, and what typing looks for. The name comes first. */
export function sayRow(state: Exploration, row: OutlineRow): string {
  switch (row.kind) {
    case 'type':
      return `${capitalise(nodeTypes[row.type].words.many)}, ${printCount(row.count)}`;
    case 'hiddenGroup':
      return `Hidden, ${printCount(row.count)}`;
    case 'hidden':
      return `${row.node.record.properties.name}, hidden. Enter shows it again`;
    case 'node':
      return [row.node.record.properties.name, ...sayStanding(state, row.node).map(spell)].join(', ');
    case 'relationship':
      return [sayWords(row), row.far.record.properties.name, ...noteOf(row)].join(', ');
  }
}

type RelationshipRow = Extract<OutlineRow, { kind: 'relationship' }>;

/** The relationship as read from its near end: “was chief executive of”. */
export function sayWords({ relationship: { record }, direction }: RelationshipRow): string {
  return sayRelationship(record.type, direction, record.properties);
}

/** When it held, on how many sources it rests where that is not one, and whether they disagree. */
export function noteOf({ relationship: { record, sources, basis } }: RelationshipRow): readonly string[] {
  return [
    sayPostTime(record.properties),
    sources === 1 ? '' : `${sources} sources`,
    basis === 'stated' ? '' : basis,
    record.disputed.length > 0 ? 'disputed' : '',
  ].filter(Boolean);
}

/** “+3” is for the eye. */
function spell(standing: string): string {
  return standing.startsWith('+') ? `${standing.slice(1)} more not shown` : standing;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
