import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../../schema/records.ts';
import type { NodeWhere, RelationshipWhere, Test } from '../../../server/store/node-query.ts';

/** Values for a test are taken from the records; `pick` chooses which, and how they are written. */
export interface Aim {
  readonly records: GraphRecords;
  readonly pick: number;
}

/** The filter with what it asks for turned to what the records hold, so that random filters match something. */
export function aimNodeWhere(where: NodeWhere, aim: Aim): NodeWhere {
  switch (where.kind) {
    case 'and':
    case 'or':
      return { ...where, of: where.of.map((part, index) => aimNodeWhere(part, next(aim, index))) };
    case 'not':
      return { ...where, of: aimNodeWhere(where.of, next(aim, 1)) };
    case 'property':
      return { ...where, test: aimTest(where.test, valuesOf(aim.records.nodes, where.property), aim) };
    case 'related': {
      const types = aim.records.relationships.map(({ type }) => type);
      const relationship = types[aim.pick % Math.max(1, types.length)] ?? where.relationship;
      return {
        ...where,
        relationship,
        node: where.node && aimNodeWhere(where.node, next(aim, 2)),
        self: where.self && aimRelationshipWhere(where.self, next(aim, 3)),
      };
    }
    default:
      return where;
  }
}

export function aimRelationshipWhere(where: RelationshipWhere, aim: Aim): RelationshipWhere {
  switch (where.kind) {
    case 'and':
    case 'or':
      return { ...where, of: where.of.map((part, index) => aimRelationshipWhere(part, next(aim, index))) };
    case 'not':
      return { ...where, of: aimRelationshipWhere(where.of, next(aim, 1)) };
    case 'property': {
      const values = valuesOf(aim.records.relationships, where.property);
      return { ...where, test: aimTest(where.test, values, aim) };
    }
    default:
      return where;
  }
}

function next({ records, pick }: Aim, step: number): Aim {
  return { records, pick: pick * 7 + step };
}

function valuesOf(records: readonly (GraphNode | GraphRelationship)[], property: string): PropertyValue[] {
  return records.flatMap(({ properties }) => {
    const value = (properties as Readonly<Record<string, PropertyValue>>)[property];
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as PropertyValue[]) : [value];
  });
}

/** The test turned to one of the values; every fourth stays as it was. */
function aimTest(test: Test, values: readonly PropertyValue[], { pick }: Aim): Test {
  const value = values[pick % Math.max(1, values.length)];
  if (value === undefined || pick % 4 === 3) return test;
  if (typeof value === 'string') return aimText(test, value, pick);
  if (typeof value === 'number') {
    if (test.kind === 'eq' || test.kind === 'lessThan' || test.kind === 'greaterThan')
      return { ...test, value };
    return test.kind === 'in' ? { ...test, values: [...test.values, value] } : test;
  }
  if (typeof value === 'object' && 'edtf' in value && 'earliest' in test) {
    const { earliest, latest } = value;
    const day = pick % 2 === 0 ? earliest : latest;
    return pick % 3 === 0 ? { ...test, earliest, latest } : { ...test, earliest: day, latest: day };
  }
  if (typeof value === 'object' && 'rank' in value && test.kind === 'grade')
    return { ...test, scale: test.scale && value.scale, ranks: test.ranks && [...test.ranks, value.rank] };
  return test;
}

function aimText(test: Test, value: string, pick: number): Test {
  const forms = [value, value.toUpperCase(), value.normalize('NFD'), value.normalize('NFC').toLowerCase()];
  const text = forms[pick % forms.length] ?? value;
  const letters = [...text];
  switch (test.kind) {
    case 'eq':
      return { ...test, value: text };
    case 'in':
      return { ...test, values: [...test.values, text] };
    case 'startsWith':
      return { ...test, text: letters.slice(0, 1 + (pick % letters.length)).join('') };
    case 'contains':
      return { ...test, text: letters.slice(pick % letters.length).join('') };
    default:
      return test;
  }
}
