import { type NodeType, type PropertyValues, propertiesOf } from '../../schema/node-types.ts';
import { printValue } from '../../schema/print-value.ts';
import { labelProperty, type PropertyName } from '../../schema/properties.ts';
import type { NodeDetail, Said, Source } from '../api/detail.ts';

export interface Fact {
  readonly property: PropertyName;
  readonly label: string;
  /** One for each value; dates in words. */
  readonly values: readonly string[];
  readonly kind: 'words' | 'address';
  readonly sources: readonly Source[];
}

/** Properties that the inspector shows elsewhere: as its title, its words, its chip or its citation. */
const shownElsewhere: readonly PropertyName[] = [
  'name',
  'note',
  'date',
  'kind',
  'grade',
  'label',
  'standing',
];
const shownElsewhereOf: Partial<Record<NodeType, readonly PropertyName[]>> = {
  Quote: ['text'],
  Finding: ['text'],
  Recommendation: ['text'],
  Event: ['text'],
  Document: ['licence', 'attribution', 'standing'],
};

/** The properties of a node as rows, each with the sources of its own statements or else those of the node. */
export function listFacts({ node: { record }, said, sources }: NodeDetail): readonly Fact[] {
  const left = [...shownElsewhere, ...(shownElsewhereOf[record.type] ?? [])];
  return propertiesOf(record.type)
    .filter((property) => !left.includes(property))
    .flatMap((property) => {
      const value = record.properties[property];
      if (value === undefined || isRepeated(property, record.properties)) return [];
      const isPlainList = Array.isArray(value) && value.every((member) => typeof member === 'string');
      const values: readonly string[] = isPlainList ? value : [printValue(value)];
      const kind = property === 'sourceUrl' || property === 'archiveUrl' ? 'address' : 'words';
      const own = said.filter(
        (statement) => statement.property === property && statement.standing === 'stands',
      );
      return [
        {
          property,
          label: labelProperty(property),
          values,
          kind,
          sources: own.length > 0 ? own.flatMap((statement) => statement.sources) : sources,
        },
      ];
    });
}

/** A printed area that says no more than its key. */
function isRepeated(property: PropertyName, { area, areaAsPrinted }: PropertyValues): boolean {
  return property === 'areaAsPrinted' && areaAsPrinted?.toLowerCase() === area;
}

/** One property on which sources disagree, with what each says. */
export interface Dispute {
  readonly property: string;
  readonly label: string;
  readonly sides: readonly Said[];
}

/** The disputed properties of a record with the values that are not rejected; the one that stands comes first. */
export function listDisputes(disputed: readonly string[], said: readonly Said[]): readonly Dispute[] {
  return disputed
    .filter((property) => property !== 'judgements')
    .map((property) => ({
      property,
      label: disputeLabels[property] ?? labelProperty(property),
      sides: said
        .filter((statement) => statement.property === property && statement.standing !== 'rejected')
        .sort((a, b) => Number(b.standing === 'stands') - Number(a.standing === 'stands')),
    }))
    .filter(({ sides }) => sides.length > 1);
}

const disputeLabels: Record<string, string> = {
  publishedOn: 'the day of publication',
  startedOn: 'when it began',
  endedOn: 'when it ended',
  on: 'when it happened',
  saidOn: 'when it was said',
};
