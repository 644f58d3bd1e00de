import { nodeTypeRow } from '../../../schema/node-types.ts';
import { printCount } from '../../../schema/print-count.ts';
import type { CurrentRecord } from '../../api/curating/load-current.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { type EditableProperty, editableProperties } from '../form/values/editable-properties.ts';
import { fieldOfValue, isSameField, printField } from '../form/values/value-text.ts';

/** How two nodes stand to each other in one property; texts are in the order of the nodes. */
export interface ComparedValue {
  readonly name: string;
  readonly label: string;
  readonly texts: readonly [string, string];
  readonly kind:
    | 'same'
    /** One of them has none: the other's is carried over. */
    | 'one'
    /** Both are kept: members of lists, remarks. */
    | 'both'
    /** They differ, and one may be chosen. */
    | 'differ';
}

/** What the two say, property by property; what neither has is left out. */
export function compareNodes(a: NodeDetail, b: NodeDetail): readonly ComparedValue[] {
  const { type } = a.node.record;
  return editableProperties(type).flatMap((property) => {
    const [mine, theirs] = [a, b].map(({ node }) => {
      const values: CurrentRecord['values'] = node.record.properties;
      return fieldOfValue(property.kind, values[property.name]);
    });
    if (mine === undefined || theirs === undefined) return [];
    const texts = [printField(mine), printField(theirs)] as const;
    if (texts[0] === '' && texts[1] === '') return [];
    const { name, label } = property;
    const kind = isSameField(mine, theirs) ? 'same' : kindOfDifference(property, texts);
    return [{ name, label, texts, kind }];
  });
}

function kindOfDifference(
  { name, kind }: EditableProperty,
  [mine, theirs]: readonly [string, string],
): ComparedValue['kind'] {
  if (kind === 'texts' || kind === 'dates' || name === 'note') return 'both';
  return mine === '' || theirs === '' ? 'one' : 'differ';
}

/** What the survivor gets from the other, in sentences. */
export function listCarried(survivor: NodeDetail, other: NodeDetail): readonly string[] {
  const { type, properties, id } = other.node.record;
  const between = other.neighbours.filter(({ node }) => node.record.id === survivor.node.record.id).length;
  const shared = other.neighbours.filter((neighbour) =>
    survivor.neighbours.some((own) => isTwin(own, neighbour)),
  ).length;
  const moved = other.node.counts.reduce((sum, { neighbours }) => sum + neighbours, 0) - between;
  return [
    ...(nodeTypeRow(type).title ? [] : [`“${properties.name}” becomes another name of it.`]),
    count(moved, 'relationship comes over', 'relationships come over'),
    ...(shared > 0
      ? [
          `${count(shared, 'is to what', 'are to what')} the survivor is related to in the same way: what says the same is joined, with the sources of both.`,
        ]
      : []),
    ...(between > 0
      ? [`${count(between, 'relationship between the two goes', 'relationships between the two go')}.`]
      : []),
    ...(other.sources.length > 0
      ? [`${count(other.sources.length, 'source comes over', 'sources come over')}.`]
      : []),
    ...(other.said.length > 0
      ? [
          `${count(other.said.length, 'statement comes over', 'statements come over')}, with what each rests on.`,
        ]
      : []),
    ...(type === 'Document' ? ['Whatever rests on it rests on the survivor.'] : []),
    `Its address, ${id}, leads to the survivor from then on.`,
  ].map((line) => (/[.]$/.test(line) ? line : `${line}.`));
}

function isTwin(a: NodeDetail['neighbours'][number], b: NodeDetail['neighbours'][number]): boolean {
  return a.type === b.type && a.direction === b.direction && a.node.record.id === b.node.record.id;
}

function count(number: number, one: string, many: string): string {
  return `${printCount(number)} ${number === 1 ? one : many}`;
}
