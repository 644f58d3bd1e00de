import { describe, expect, test } from 'vitest';
import { commonProperties, nodeTypeNames, nodeTypeRow, propertiesOf, titleOf } from './node-types.ts';
import { partialDate } from './parse-partial-date.ts';
import {
  properties,
  propertyNames,
  relationshipProperties,
  relationshipPropertyNames,
} from './properties.ts';
import {
  farTypesOf,
  mayJoin,
  relationshipFieldsOf,
  relationshipPropertiesOf,
  relationshipTypeNames,
  relationshipTypeRow,
  sayRelationship,
} from './relationship-types.ts';

describe('the table of node types', () => {
  test('lists each type under a plural of its own, told apart from all type names', () => {
    const plurals = nodeTypeNames.map((type) => nodeTypeRow(type).plural);
    expect(new Set(plurals).size).toBe(nodeTypeNames.length);
    for (const plural of plurals) expect(plural).toMatch(/^[a-z][a-zA-Z]*$/);
  });

  test('draws each type in a shape and a tone of its own', () => {
    expect(new Set(nodeTypeNames.map((type) => nodeTypeRow(type).look.shape)).size).toBe(
      nodeTypeNames.length,
    );
    expect(new Set(nodeTypeNames.map((type) => nodeTypeRow(type).look.tone)).size).toBe(nodeTypeNames.length);
  });

  test('gives each type its properties once, the common ones among them', () => {
    for (const type of nodeTypeNames) {
      const names = propertiesOf(type);
      expect(new Set(names).size, type).toBe(names.length);
      expect(names, type).toEqual(expect.arrayContaining([...commonProperties]));
    }
  });

  test('derives dates from properties and relationships that the type has', () => {
    for (const type of nodeTypeNames)
      for (const source of nodeTypeRow(type).dateFrom) {
        if (source.kind === 'own') {
          expect(propertiesOf(type), type).toContain(source.property);
          expect(properties[source.property].kind, type).toBe('date');
        } else {
          const row = relationshipTypeRow(source.relationship);
          expect([...row.from, ...row.to], type).toContain(type);
        }
      }
  });

  test('uses every property somewhere', () => {
    const used = new Set<string>(nodeTypeNames.flatMap((type) => propertiesOf(type)));
    expect(propertyNames.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('the table of relationship types', () => {
  test('gives each node type fields of different names, none of which is a property of it', () => {
    for (const type of nodeTypeNames) {
      const fields = relationshipFieldsOf(type).map(({ field }) => field);
      expect(new Set(fields).size, type).toBe(fields.length);
      const taken: readonly string[] = [...propertiesOf(type), 'id', 'version', 'evidence', 'statements'];
      expect(
        fields.filter((field) => taken.includes(field)),
        type,
      ).toEqual([]);
    }
  });

  test('says each type in words, both ways, and reads it from both ends', () => {
    for (const type of relationshipTypeNames) {
      expect(sayRelationship(type, 'out', {})).not.toBe(sayRelationship(type, 'in', {}));
      const row = relationshipTypeRow(type);
      for (const from of row.from) for (const to of row.to) expect(mayJoin(type, from, to)).toBe(true);
      expect(farTypesOf(type, 'out')).toEqual(nodeTypeNames.filter((name) => row.to.includes(name)));
      expect(farTypesOf(type, 'in')).toEqual(nodeTypeNames.filter((name) => row.from.includes(name)));
    }
    expect(mayJoin('HOLDS_POST', 'Organisation', 'Person')).toBe(false);
  });

  test('uses every property somewhere, each once', () => {
    const used = relationshipTypeNames.flatMap((type) => {
      const names = relationshipPropertiesOf(type);
      expect(new Set(names).size, type).toBe(names.length);
      return names;
    });
    expect(relationshipPropertyNames.filter((name) => !used.includes(name))).toEqual([]);
  });

  test('is a single node at the end for what an inspection brings forth', () => {
    for (const type of ['Judgement', 'Finding', 'Recommendation'] as const)
      expect(relationshipFieldsOf(type).find(({ field }) => field === 'inspection')?.single).toBe(true);
  });

  test('says a post by its title', () => {
    expect(sayRelationship('HOLDS_POST', 'out', { title: 'Chief Executive' })).toBe('was chief executive of');
    expect(sayRelationship('HOLDS_POST', 'out', { title: 'National Director' })).toBe(
      'was national director of',
    );
  });
});

test('a property has one kind, on nodes and relationships alike', () => {
  const kinds = new Map<string, string>(propertyNames.map((name) => [name, properties[name].kind]));
  for (const name of relationshipPropertyNames)
    expect(kinds.get(name) ?? relationshipProperties[name].kind, name).toBe(
      relationshipProperties[name].kind,
    );
});

describe('a type without a title of its own is named', () => {
  test('by its words, cut at a word', () => {
    const text = 'We have been relentless in pursuing a strong performance management framework.';
    expect(titleOf('Quote', { text })).toBe('“We have been relentless in pursuing a strong performance …”');
    expect(titleOf('Finding', { text: 'Staff  valued\ntheir training.' })).toBe(
      'Staff valued their training.',
    );
  });

  test('by area and label, metric and number, kind and day', () => {
    expect(
      titleOf('Judgement', { areaAsPrinted: 'Overall effectiveness', area: 'overall', label: 'Good' }),
    ).toBe('Overall effectiveness: Good');
    expect(titleOf('Judgement', { area: 'overall' })).toBe('overall: no grade');
    expect(titleOf('Measure', { metric: 'cost', value: 1_800_000, unit: 'GBP', isEstimate: true })).toBe(
      'cost: about 1,800,000 GBP',
    );
    expect(titleOf('Measure', { metric: 'wait', value: 20, unit: 'weeks', bound: 'up to' })).toBe(
      'wait: up to 20 weeks',
    );
    expect(titleOf('Measure', { metric: 'share', value: 0.333, asPrinted: 'one-third' })).toBe(
      'share: one-third',
    );
    expect(titleOf('Event', { kind: 'took over', on: partialDate('2008') })).toBe('took over, 2008');
    expect(titleOf('Event', { kind: 'gave up' })).toBe('gave up');
  });

  test('and any other by the name that it was given', () => {
    expect(titleOf('Person', { name: 'Ada' })).toBe('Ada');
  });
});
