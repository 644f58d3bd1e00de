import { expect, test } from 'vitest';
import { partialDate } from './parse-partial-date.ts';
import { sayPost, sayPostTime } from './say-post.ts';

test('a post is told by its days, or by those on which it is attested', () => {
  const [from, to] = [partialDate('2012'), partialDate('2019-05')];
  expect(sayPostTime({ from, to })).toBe('2012 to May 2019');
  expect(sayPostTime({ from })).toBe('from 2012');
  expect(sayPostTime({ attestedOn: [partialDate('2009'), partialDate('2014-04~')] })).toBe(
    'attested 2009 and about April 2014',
  );
});

test('a title stands in lower case in a sentence, but for names and abbreviations', () => {
  expect(sayPost({ title: 'Chief Executive' })).toBe('chief executive');
  expect(sayPost({ title: 'Ofsted National Director' })).toBe('Ofsted national director');
  expect(sayPost({ title: 'National Director for Regulation and Social Care' })).toBe(
    'national director for Regulation and Social Care',
  );
  expect(sayPost({ title: 'HMI' })).toBe('HMI');
  expect(sayPost({ kind: 'board chair' })).toBe('board chair');
});
