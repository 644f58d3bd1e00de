import { expect, test } from 'vitest';
import { partialDate } from '../../schema/parse-partial-date.ts';
import { shownNode, shownRelationship } from '../exploration/small-world.ts';
import { describePath } from './describe-path.ts';

const stanley = shownNode('person/yvette-stanley', 'Person', { name: 'Yvette Stanley' });
const ofsted = shownNode('organisation/ofsted', 'Organisation', { name: 'Ofsted' });
const visit = shownNode('inspection/midlands-2009', 'Inspection', {
  name: 'Midlands service area',
  date: partialDate('2009-02-16'),
});
const midlands = shownNode('region/midlands', 'Region', { name: 'Midlands' });

const holdsPost = shownRelationship('HOLDS_POST', 'person/yvette-stanley', 'organisation/ofsted');
const post = {
  ...holdsPost,
  record: { ...holdsPost.record, properties: { title: 'National Director for Social Care' } },
};
const conducted = shownRelationship('CONDUCTED', 'organisation/ofsted', 'inspection/midlands-2009');
const covered = shownRelationship('COVERED', 'inspection/midlands-2009', 'region/midlands');

test('a path is read as one sentence, with the title of the post and the year of the inspection', () => {
  const path = describePath({
    nodes: [stanley, ofsted, visit, midlands],
    relationships: [post, conducted, covered],
  });
  expect(path.words).toBe(
    'Yvette Stanley – was national director for Social Care of → Ofsted – conducted → ' +
      'Midlands service area, 2009 – covered → Midlands',
  );
  expect(path.summary).toBe('by way of Ofsted → Midlands service area, 2009');
  expect(path.hops).toBe('3 hops');
});

test('a relationship that points the other way is said from the end where it is met', () => {
  const path = describePath({ nodes: [ofsted, stanley], relationships: [post] });
  expect(path.words).toBe('Ofsted – had as national director for Social Care → Yvette Stanley');
  expect([path.summary, path.hops]).toEqual(['had as national director for Social Care', '1 hop']);
});

test('a year that stands in the name of an inspection is not said twice', () => {
  const named = { ...visit.record.properties, name: 'Midlands, 2009' };
  const { links } = describePath({
    nodes: [{ ...visit, record: { ...visit.record, properties: named } }, midlands],
    relationships: [covered],
  });
  expect(links.map(({ name }) => name)).toEqual(['Midlands, 2009', 'Midlands']);
});
