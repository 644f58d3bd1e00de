import { expect, test } from 'vitest';
import { readSeen, withSeen } from './seen.ts';

const conflict = (record: string, version: number) => ({ kind: 'conflict', record, version }) as const;

test('who was told of a record has seen it as it stands then, and one that is gone no longer', () => {
  const told = withSeen([], conflict('person/ada', 1));
  expect(told).toEqual([{ id: 'person/ada', version: 1 }]);
  const again = withSeen([...told, { id: 'person/bob', version: 4 }], conflict('person/ada', 2));
  expect(again).toContainEqual({ id: 'person/ada', version: 2 });
  expect(again).toHaveLength(2);
  expect(withSeen(again, conflict('person/ada', 0))).toEqual([{ id: 'person/bob', version: 4 }]);
});

test('what was seen survives being kept as text; what is none is left out', () => {
  expect(readSeen([{ id: 'person/ada', version: 2 }, { id: 3 }, null])).toEqual([
    { id: 'person/ada', version: 2 },
  ]);
  expect(readSeen('all')).toEqual([]);
});
