import { type NodeType, nodeTypeNames, propertiesOf } from '../../../schema/node-types.ts';
import {
  properties,
  propertyNames,
  relationshipProperties,
  relationshipPropertyNames,
} from '../../../schema/properties.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';
import {
  type RelationshipType,
  relationshipPropertiesOf,
  relationshipTypeNames,
} from '../../../schema/relationship-types.ts';
import { builder } from '../builder.ts';
import { EntityTypeEnum, EvidenceBasisEnum, RelationshipTypeEnum } from '../enums.ts';
import { typeNameOf } from '../refs.ts';
import { pascalCase, type SharedField, sharedFieldsOf, stemOf } from '../type-names.ts';

/** Inputs are generated, so their shape is known to `read-where.ts` alone, which walks the same tables. */
export type WhereInput = Readonly<Record<string, unknown>>;
const inputRef = (name: string) => builder.inputRef<WhereInput, false>(name);
export type WhereRef = ReturnType<typeof inputRef>;

const TextWhere = builder.inputType('TextWhere', {
  description: 'Text is compared without regard to case. Of a list, one member must match.',
  fields: (t) => ({
    eq: t.string(),
    in: t.stringList(),
    contains: t.string(),
    startsWith: t.string(),
    isNull: t.boolean(),
  }),
});
const NumberWhere = builder.inputType('NumberWhere', {
  fields: (t) => ({
    eq: t.float(),
    in: t.floatList(),
    lessThan: t.float(),
    atMost: t.float(),
    greaterThan: t.float(),
    atLeast: t.float(),
    isNull: t.boolean(),
  }),
});
const BooleanWhere = builder.inputType('BooleanWhere', {
  fields: (t) => ({ eq: t.boolean(), isNull: t.boolean() }),
});
const DateWhere = builder.inputType('DateWhere', {
  description:
    'Holds a date, which may be known to the year only, against another or an interval (`2012/2014`): shares a day with it, ends before it, begins after it, or lies inside it whole.',
  fields: (t) => ({
    overlaps: t.field({ type: 'EDTF' }),
    before: t.field({ type: 'EDTF' }),
    after: t.field({ type: 'EDTF' }),
    certainlyIn: t.field({ type: 'EDTF' }),
    isNull: t.boolean(),
  }),
});
const GradeWhere = builder.inputType('GradeWhere', {
  description: 'Rank 1 is the best of its scale; scales are never translated into one another.',
  fields: (t) => ({ scale: t.string(), ranks: t.intList(), isNull: t.boolean() }),
});

const testInputs = {
  text: TextWhere,
  longText: TextWhere,
  link: TextWhere,
  dateOrDuration: TextWhere,
  texts: TextWhere,
  number: NumberWhere,
  boolean: BooleanWhere,
  date: DateWhere,
  dates: DateWhere,
  grade: GradeWhere,
} as const satisfies Record<PropertyKind, unknown>;

type Inputs = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const nodeWheres = new Map<string, WhereRef>();
const relationshipWheres = new Map<string, WhereRef>();
const relatedFilters = new Map<string, WhereRef>();

/** The filter of nodes of these types: `PersonWhere`, `PartyWhere` or `EntityWhere`. */
export function nodeWhereOf(types: readonly NodeType[]): WhereRef {
  const name = typeNameOf(types);
  const known = nodeWheres.get(name);
  if (known) return known;
  const ref = inputRef(`${name}Where`);
  nodeWheres.set(name, ref);
  // Several types that are no Party share one filter, which therefore knows the fields of all.
  const near = name === 'Entity' ? nodeTypeNames : types;
  ref.implement({
    description:
      'All conditions that are given must hold. `id`, `basis`, `document`: one of these; `basis`, `document` and `hasPrimarySource` look at its evidence.',
    fields: (t) => ({
      ...junctionFields(t, ref),
      ...(near.length > 1 && { type: t.field({ type: [EntityTypeEnum] }) }),
      ...propertyFields(t, near),
      ...Object.fromEntries(
        sharedFieldsOf(near).map((shared) => [
          shared.field,
          t.field({ type: relatedFilterOf(name, shared) }),
        ]),
      ),
    }),
  });
  return ref;
}

/** The filter of relationships of this type, or of all types. */
export function relationshipWhereOf(type: RelationshipType | null): WhereRef {
  const name = type ? `${pascalCase(type)}Where` : 'RelationshipWhere';
  const known = relationshipWheres.get(name);
  if (known) return known;
  const ref = inputRef(name);
  relationshipWheres.set(name, ref);
  const names = type ? relationshipPropertiesOf(type) : relationshipPropertyNames;
  ref.implement({
    description: 'All conditions that are given must hold.',
    fields: (t) => ({
      ...junctionFields(t, ref),
      ...(!type && { type: t.field({ type: [RelationshipTypeEnum] }) }),
      ...Object.fromEntries(
        names.map((property) => [
          property,
          t.field({ type: testInputs[relationshipProperties[property].kind] }),
        ]),
      ),
    }),
  });
  return ref;
}

function relatedFilterOf(near: string, { field, ends, farTypes }: SharedField): WhereRef {
  const [only] = ends;
  const alone = ends.length === 1 && only;
  const name = `${alone ? stemOf({ field, relationship: only.relationship }) : near + pascalCase(field)}Filter`;
  const known = relatedFilters.get(name);
  if (known) return known;
  const ref = inputRef(name);
  relatedFilters.set(name, ref);
  const far = nodeWhereOf(farTypes);
  ref.implement({
    description:
      'Whether some or none of the far nodes are so; `relationship` narrows which relationships count.',
    fields: (t) => ({
      some: t.field({ type: far }),
      none: t.field({ type: far }),
      relationship: t.field({
        type: relationshipWhereOf(alone ? only.relationship : null),
      }),
    }),
  });
  return ref;
}

function junctionFields(t: Inputs, self: WhereRef) {
  return {
    and: t.field({ type: [self] }),
    or: t.field({ type: [self] }),
    not: t.field({ type: self }),
    id: t.idList(),
    disputed: t.boolean(),
    basis: t.field({ type: [EvidenceBasisEnum] }),
    document: t.idList(),
    hasPrimarySource: t.boolean(),
  };
}

function propertyFields(t: Inputs, types: readonly NodeType[]) {
  const names = propertyNames.filter((name) => types.some((type) => propertiesOf(type).includes(name)));
  return Object.fromEntries(
    names.map((name) => [name, t.field({ type: testInputs[properties[name].kind] })]),
  );
}

/** Makes every filter, so that each is in the schema in the order of the table. */
export function addWhereInputs(): void {
  for (const type of nodeTypeNames) nodeWhereOf([type]);
  for (const type of relationshipTypeNames) relationshipWhereOf(type);
  relationshipWhereOf(null);
}
