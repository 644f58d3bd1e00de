import { printCount } from '../../../schema/print-count.ts';
import { labelProperty } from '../../../schema/properties.ts';
import {
  type RelationshipType,
  relationshipTypes,
  sayRelationship,
} from '../../../schema/relationship-types.ts';
import {
  type ChangedRelationship,
  type Difference,
  documentOfLine,
  type RecordChange,
} from '../../api/curating/load-changes.ts';

/** Names of nodes by id; what is not in it is called by its id. */
export type Names = ReadonlyMap<string, string>;

/** A property before and after, in words; null where there was none. */
export interface SaidDifference {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const happenedWords = { CREATED: 'Added', CHANGED: 'Changed', REMOVED: 'Removed' } as const;

/** “Added”, with how much more the change did beside this record. */
export function sayHappened({ happened, itemCount }: RecordChange): string {
  const others = itemCount - 1;
  if (others < 1) return happenedWords[happened];
  return `${happenedWords[happened]}, with ${others} other ${others === 1 ? 'record' : 'records'}`;
}

/** “1 record”, “1,204 records”. */
export function sayTouched(itemCount: number): string {
  return `${printCount(itemCount)} ${itemCount === 1 ? 'record' : 'records'}`;
}

const groupLabels: Readonly<Record<string, string>> = {
  evidence: 'sources',
  statements: 'what sources say',
};

export function sayDifferences(differences: readonly Difference[], names: Names): readonly SaidDifference[] {
  return differences.map(({ property, before, after }) => {
    const said = (text: string | null) => (property === 'evidence' ? nameDocuments(text, names) : text);
    return {
      label: groupLabels[property] ?? labelProperty(property),
      before: said(before),
      after: said(after),
    };
  });
}

function nameDocuments(text: string | null, names: Names): string | null {
  if (text === null) return null;
  const lines = text.split('\n').map((line) => {
    const document = documentOfLine(line);
    return (names.get(document) ?? document) + line.slice(document.length);
  });
  return lines.join('\n');
}

/** “Anthony Douglas said “We have …””: a relationship that the change made, changed or removed, read forward. */
export function sayChangedRelationship(
  { type, from, to }: Pick<ChangedRelationship, 'type' | 'from' | 'to'>,
  names: Names,
): string {
  const words = isRelationshipType(type) ? sayRelationship(type, 'out', {}) : type;
  return [nameOf(from, names), words, nameOf(to, names)].join(' ');
}

export function sayRelationshipHappened({ happened }: Pick<ChangedRelationship, 'happened'>): string {
  return happenedWords[happened];
}

function nameOf(id: string | null, names: Names): string {
  return names.get(id ?? '') ?? id ?? 'something';
}

function isRelationshipType(type: string): type is RelationshipType {
  return type in relationshipTypes;
}

const instant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** When it was, where the reader is: “27 November 2026 at 01:12”. */
export function sayInstant(at: string): string {
  return instant.format(new Date(at));
}
