import fc, { type Arbitrary } from 'fast-check';
import { gradeScaleKeys } from '../../../schema/grade-scales.ts';
import { commonProperties, nodeTypeNames } from '../../../schema/node-types.ts';
import {
  properties,
  propertyNames,
  relationshipProperties,
  relationshipPropertyNames,
} from '../../../schema/properties.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';
import { evidenceBases } from '../../../schema/records.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import type {
  CommonWhere,
  DateTest,
  Junction,
  Negation,
  NodeWhere,
  RelationshipWhere,
  Test,
} from '../../../server/store/node-query.ts';
import { likelyDocuments, nodeIds, relationshipIds } from './graph.ts';
import { dayRangeArbitrary, maybe, numberArbitrary, row, valueArbitrary } from './values.ts';

const some = <Item>(items: readonly Item[], maxLength = 3): Arbitrary<Item[]> =>
  fc.array(fc.constantFrom(...items), { maxLength });

const isNull: Arbitrary<Test> = row({ kind: fc.constant('isNull' as const), value: fc.boolean() });

const dateTest: Arbitrary<DateTest> = fc
  .tuple(fc.constantFrom('overlaps', 'before', 'after', 'certainlyIn'), dayRangeArbitrary)
  .map(([kind, range]) => ({ kind, ...range }));

const gradeTest: Arbitrary<Test> = row({
  kind: fc.constant('grade' as const),
  scale: maybe(fc.constantFrom(...gradeScaleKeys)),
  ranks: maybe(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 })),
});

const numberTest: Arbitrary<Test> = fc.oneof(
  row({ kind: fc.constant('eq' as const), value: numberArbitrary }),
  row({ kind: fc.constant('in' as const), values: fc.array(numberArbitrary, { maxLength: 2 }) }),
  row({
    kind: fc.constantFrom('lessThan', 'greaterThan'),
    value: numberArbitrary,
    orEqual: fc.boolean(),
  }),
);

function textTest(property: string, kind: PropertyKind): Arbitrary<Test> {
  const member = kind === 'texts' ? 'text' : kind;
  const text = valueArbitrary(property, member).map(String);
  return fc.oneof(
    row({ kind: fc.constant('eq' as const), value: text }),
    row({ kind: fc.constant('in' as const), values: fc.array(text, { maxLength: 2 }) }),
    row({
      kind: fc.constantFrom('contains', 'startsWith'),
      text: fc.tuple(text, fc.nat(3)).map(([whole, length]) => [...whole].slice(0, length).join('')),
    }),
  );
}

function testArbitrary(property: string, kind: PropertyKind): Arbitrary<Test> {
  switch (kind) {
    case 'number':
      return fc.oneof(numberTest, isNull);
    case 'boolean':
      return fc.oneof(row({ kind: fc.constant('eq' as const), value: fc.boolean() }), isNull);
    case 'date':
    case 'dates':
      return fc.oneof(dateTest, isNull);
    case 'grade':
      return fc.oneof(gradeTest, isNull);
    default:
      return fc.oneof({ weight: 3, arbitrary: textTest(property, kind) }, { weight: 1, arbitrary: isNull });
  }
}

const commonWhere: Arbitrary<CommonWhere> = fc.oneof(
  row({ kind: fc.constant('disputed' as const), value: fc.boolean() }),
  row({ kind: fc.constant('id' as const), in: some([...nodeIds, ...relationshipIds], 8) }),
  row({
    kind: fc.constant('evidence' as const),
    test: fc.oneof(
      row({ kind: fc.constant('basis' as const), in: some(evidenceBases, 2) }),
      row({ kind: fc.constant('document' as const), in: some(likelyDocuments, 2) }),
      row({ kind: fc.constant('hasPrimarySource' as const), value: fc.boolean() }),
    ),
  }),
);

function combine<Where>(part: Arbitrary<Where>): Arbitrary<Junction<Where> | Negation<Where>> {
  return fc.oneof(
    row({ kind: fc.constantFrom('and', 'or'), of: fc.array(part, { maxLength: 3 }) }),
    row({ kind: fc.constant('not' as const), of: part }),
  );
}

/** A filter of nodes with combinations and relationships nested at most so deep. */
export function nodeWhere(depth: number): Arbitrary<NodeWhere> {
  const leaves = fc.oneof(
    { weight: 4, arbitrary: nodePropertyWhere },
    { weight: 2, arbitrary: commonWhere },
    { weight: 1, arbitrary: row({ kind: fc.constant('type' as const), in: some(nodeTypeNames, 6) }) },
  );
  if (depth === 0) return leaves;
  return fc.oneof<Arbitrary<NodeWhere>[]>(leaves, combine(nodeWhere(depth - 1)), relatedWhere(depth - 1));
}

/** A filter of relationships with combinations nested at most so deep. */
export function relationshipWhere(depth: number): Arbitrary<RelationshipWhere> {
  const leaves = fc.oneof<Arbitrary<RelationshipWhere>[]>(
    relationshipPropertyWhere,
    commonWhere,
    row({ kind: fc.constant('type' as const), in: some(relationshipTypeNames, 12) }),
  );
  if (depth === 0) return leaves;
  return fc.oneof<Arbitrary<RelationshipWhere>[]>(leaves, combine(relationshipWhere(depth - 1)));
}

/** Those that every node has are as common as all others together. */
const nodePropertyWhere: Arbitrary<NodeWhere> = fc.oneof(
  ...[...propertyNames, ...Array.from({ length: 9 }, () => commonProperties).flat()].map((property) =>
    row({
      kind: fc.constant('property' as const),
      property: fc.constant(property),
      test: testArbitrary(property, properties[property].kind),
    }),
  ),
);

const relationshipPropertyWhere: Arbitrary<RelationshipWhere> = fc.oneof(
  ...relationshipPropertyNames.map((property) =>
    row({
      kind: fc.constant('property' as const),
      property: fc.constant(property),
      test: testArbitrary(property, relationshipProperties[property].kind),
    }),
  ),
);

function relatedWhere(depth: number): Arbitrary<NodeWhere> {
  return row({
    kind: fc.constant('related' as const),
    relationship: fc.constantFrom(...relationshipTypeNames),
    direction: fc.constantFrom('out', 'in'),
    quantifier: fc.constantFrom('some', 'none'),
    node: maybe(nodeWhere(depth)),
    self: maybe(relationshipWhere(Math.min(depth, 1))),
  });
}
