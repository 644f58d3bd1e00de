import type { Grade } from '../../../schema/grade-scales.ts';
import { gradeScales } from '../../../schema/grade-scales.ts';
import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import { printValue } from '../../../schema/print-value.ts';
import {
  type PropertyName,
  properties,
  propertyRow,
  type RelationshipPropertyName,
  relationshipProperties,
} from '../../../schema/properties.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';
import { builder } from '../builder.ts';
import { type Read, reads } from '../plan/reads.ts';

export type Types = typeof builder.$inferSchemaTypes;
/** What both the fields of objects and the fields of interfaces are made with. */
export type FieldMaker<Source> = Pick<
  PothosSchemaTypes.ObjectFieldBuilder<Types, Source>,
  'field' | 'string' | 'boolean' | 'int' | 'id' | 'stringList' | 'arg'
>;

export const PartialDateRef = builder.objectRef<PartialDate>('PartialDate').implement({
  description: 'A date that may be known to the year or month only, uncertain, approximate or an interval.',
  fields: (t) => ({
    edtf: t.field({ type: 'EDTF', description: 'The date itself.', resolve: (date) => date }),
    earliest: t.exposeString('earliest', { description: 'First day that it can mean, as YYYY-MM-DD.' }),
    latest: t.exposeString('latest', { description: 'Last day that it can mean, as YYYY-MM-DD.' }),
    words: t.string({ description: 'For people: “about April 2014”.', resolve: printPartialDate }),
    certain: t.boolean({
      description: 'Whether it is neither uncertain nor approximate.',
      resolve: ({ edtf }) => !/[?~%]/.test(edtf),
    }),
  }),
});

const GradeRef = builder.objectRef<Grade>('Grade').implement({
  description: 'Where a printed label stands on the scale of its time.',
  fields: (t) => ({
    scale: t.exposeString('scale', { description: 'Key of the scale, for filters.' }),
    scaleTitle: t.string({ resolve: ({ scale }) => gradeScales[scale].title }),
    rank: t.exposeInt('rank', { description: '1 is the best.' }),
    of: t.exposeInt('of', { description: 'How many ranks the scale has.' }),
    words: t.string({ description: '“4 of 4”', resolve: (grade) => printValue(grade) }),
  }),
});

interface ValueField<Source> {
  readonly kind: PropertyKind;
  readonly description: string;
  readonly read: Read;
  readonly value: (source: Source) => PropertyValue | undefined;
}

/** One property as a field, of the GraphQL type that its kind has. Lists are never null, other values may be. */
function valueField<Source>(t: FieldMaker<Source>, { kind, description, read, value }: ValueField<Source>) {
  const common = { description, nullable: true as const, ...reads(read) };
  switch (kind) {
    case 'number':
      return t.field({
        type: 'Float',
        ...common,
        resolve: (source) => (value(source) as number | undefined) ?? null,
      });
    case 'boolean':
      return t.field({
        type: 'Boolean',
        ...common,
        resolve: (source) => (value(source) as boolean | undefined) ?? null,
      });
    case 'date':
      return t.field({
        type: PartialDateRef,
        ...common,
        resolve: (source) => (value(source) as PartialDate | undefined) ?? null,
      });
    case 'grade':
      return t.field({
        type: GradeRef,
        ...common,
        resolve: (source) => (value(source) as Grade | undefined) ?? null,
      });
    case 'texts':
      return t.field({
        type: ['String'],
        ...common,
        nullable: false,
        resolve: (source) => (value(source) as readonly string[] | undefined) ?? [],
      });
    case 'dates':
      return t.field({
        type: [PartialDateRef],
        ...common,
        nullable: false,
        resolve: (source) => (value(source) as readonly PartialDate[] | undefined) ?? [],
      });
    default:
      return t.field({
        type: 'String',
        ...common,
        resolve: (source) => (value(source) as string | undefined) ?? null,
      });
  }
}

/** One Read for each property, so that types which share a property share its reading. */
const propertyReads = new Map<PropertyName, Read>();

/** Fields for these properties of a node. */
export function exposeProperties<Source>(
  t: FieldMaker<Source>,
  names: readonly PropertyName[],
  valuesOf: (source: Source) => { readonly [Name in PropertyName]?: PropertyValue },
) {
  return Object.fromEntries(
    names.map((name) => {
      const read = propertyReads.get(name) ?? { kind: 'properties', properties: [name] };
      propertyReads.set(name, read);
      const { kind } = properties[name];
      const value = (source: Source) => valuesOf(source)[name];
      return [name, valueField(t, { kind, description: propertyRow(name).says, read, value })];
    }),
  );
}

/** Fields for these properties of a relationship. */
export function exposeRelationshipProperties<Source>(
  t: FieldMaker<Source>,
  names: readonly RelationshipPropertyName[],
  valuesOf: (source: Source) => { readonly [Name in RelationshipPropertyName]?: PropertyValue },
) {
  return Object.fromEntries(
    names.map((name) => {
      const { kind, says } = relationshipProperties[name];
      const read: Read = { kind: 'relationshipProperties', properties: [name] };
      return [
        name,
        valueField(t, { kind, description: says, read, value: (source) => valuesOf(source)[name] }),
      ];
    }),
  );
}
