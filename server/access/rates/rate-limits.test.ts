import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limits.ts';

function limiterAt(start = 0) {
  let now = start;
  const limiter = createRateLimiter({ writes: 60, records: 0 }, () => now);
  const wait = (seconds: number) => {
    now += seconds * 1000;
  };
  return { charge: (caller: string, cost = 1) => limiter.charge('writes', caller, cost), limiter, wait };
}

test('a caller has a whole minute at once, and then waits for what comes in evenly', () => {
  const { charge, wait } = limiterAt();
  for (let write = 0; write < 60; write++) expect(charge('eve')).toBeNull();
  expect(charge('eve')).toBe(1);
  wait(1);
  expect(charge('eve')).toBeNull();
  expect(charge('eve', 10)).toBe(10);
  wait(600);
  expect(charge('eve', 60)).toBeNull();
  expect(charge('eve')).toBe(1);
});

test('what is refused costs nothing, so that asking again makes nobody wait longer', () => {
  const { charge, wait } = limiterAt();
  charge('eve', 60);
  for (let attempt = 0; attempt < 100; attempt++) expect(charge('eve', 5)).toBe(5);
  wait(5);
  expect(charge('eve', 5)).toBeNull();
});

test('callers do not pay for each other, nor one sort of work for another', () => {
  const { charge, limiter } = limiterAt();
  charge('eve', 60);
  expect(charge('bob')).toBeNull();
  expect(limiter.charge('records', 'eve', 1_000_000)).toBeNull();
});

test('what costs more than a minute brings is done when a whole minute is saved up', () => {
  const { charge, wait } = limiterAt();
  expect(charge('eve', 1_000)).toBeNull();
  expect(charge('eve', 1_000)).toBe(60);
  wait(60);
  expect(charge('eve', 1_000)).toBeNull();
});

test('of more callers than are remembered the ones that were idle longest are forgotten', () => {
  const { charge } = limiterAt();
  charge('first', 60);
  charge('second', 60);
  for (let caller = 0; caller < 9_999; caller++) charge(`caller ${caller}`);
  expect(charge('second', 60)).toBe(60);
  expect(charge('first', 60)).toBeNull();
});
