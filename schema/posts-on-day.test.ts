import { expect, test } from 'vitest';
import { partialDate } from './parse-partial-date.ts';
import { postsOnDay, withoutOutdone } from './posts-on-day.ts';
import type { RelationshipPropertyValues } from './relationship-types.ts';

const on = (
  days: readonly string[],
  others: RelationshipPropertyValues = {},
): RelationshipPropertyValues => ({
  attestedOn: days.map(partialDate),
  ...others,
});

test('posts come surest first, then nearest in time', () => {
  const posts = {
    far: on(['2001']),
    near: on(['2009']),
    between: on(['2008', '2016']),
    attested: on(['2014-04']),
    held: { from: partialDate('2010'), to: partialDate('2020') },
    ended: { from: partialDate('2001'), to: partialDate('2005') },
  };
  const found = postsOnDay(Object.entries(posts), ([, values]) => values, partialDate('2014-04-08'));
  expect(found.map(({ post: [name], certainty }) => [name, certainty])).toEqual([
    ['held', 'held'],
    ['attested', 'attested'],
    ['between', 'between'],
    ['near', 'nearest'],
    ['far', 'nearest'],
  ]);
});

test('posts without any date keep the order in which they came', () => {
  const found = postsOnDay(['b', 'a'], () => ({}), partialDate('2014'));
  expect(found.map(({ post }) => post)).toEqual(['b', 'a']);
});

test('who is merely nearest to a post is no answer beside somebody who held it, and is one alone', () => {
  const posts = [
    { post: 'chief executive', held: on(['2009-02']) },
    { post: 'chief executive', held: on(['2022']) },
    { post: 'chair', held: on(['2024']) },
  ];
  const found = postsOnDay(posts, ({ held }) => held, partialDate('2009-02-16'));
  const kept = withoutOutdone(found, ({ post }) => post);
  expect(kept.map(({ post: { post }, certainty }) => [post, certainty])).toEqual([
    ['chief executive', 'attested'],
    ['chair', 'nearest'],
  ]);
});
