import { describe, expect, test } from 'vitest';
import { evidenceId, nodeId, parseNodeId, parseRelationshipId, relationshipId, statementId } from './ids.ts';

const [ada, home, report] = [nodeId('person/ada'), nodeId('organisation/home'), nodeId('document/report')];

describe('the id of a node', () => {
  test.each(['person/ada', 'quote/000-01', 'judgement/cafcass-2018/overall/good', 'x/1.2_3'])(
    '%s',
    (text) => {
      expect(parseNodeId(text)).toBe(text);
    },
  );

  test.each([
    '',
    'ada',
    'Person/ada',
    'person/Ada',
    'person/',
    'person//ada',
    'person/ada ',
    '1/ada',
    'person/é',
    'relationship/one',
    'evidence/one',
    'statement/one',
    `person/${'a'.repeat(200)}`,
  ])('is not “%s”', (text) => {
    expect(parseNodeId(text)).toBeNull();
    expect(() => nodeId(text)).toThrow(TypeError);
  });
});

describe('an id that is made', () => {
  test('is the same each time, on every machine: other systems hold these very texts', () => {
    expect(relationshipId('HOLDS_POST', ada, home, '')).toBe('relationship/67db74e5bc5b232c81fc0574');
    expect(statementId(ada, 'honorific', 'Dr')).toBe('statement/de626383cb0591aab3c47d2f');
    expect(evidenceId(ada, report, 'page 1', 'stated', null)).toBe('evidence/43ee56f3e3698d583e4c98da');
  });

  test('tells relationships apart by type, ends, direction and key', () => {
    const ids = [
      relationshipId('HOLDS_POST', ada, home, ''),
      relationshipId('HOLDS_POST', ada, home, 'chair'),
      relationshipId('LED', ada, home, ''),
      relationshipId('HOLDS_POST', home, ada, ''),
    ];
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(parseRelationshipId(id)).toBe(id);
    expect(parseRelationshipId('relationship/ada')).toBeNull();
    expect(parseRelationshipId('person/ada')).toBeNull();
  });

  test('tells evidence in a document apart by its place, and other evidence by its explanation', () => {
    const inDocument = (locator: string | null, why: string | null) =>
      evidenceId(ada, report, locator, 'inferred', why);
    expect(inDocument('page 1', 'so')).toBe(inDocument('page 1', 'because'));
    expect(inDocument('page 1', 'so')).not.toBe(inDocument('page 2', 'so'));
    const outside = (why: string) => evidenceId(ada, null, null, 'outside', why);
    expect(outside('the register')).not.toBe(outside('the press'));
  });

  test('tells values of statements apart by their kind too', () => {
    expect(statementId(ada, 'value', 1)).not.toBe(statementId(ada, 'value', '1'));
    expect(statementId(ada, 'value', true)).not.toBe(statementId(ada, 'value', 'true'));
  });
});
