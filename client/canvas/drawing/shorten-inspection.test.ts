import { expect, test } from 'vitest';
import { shortenInspection } from './shorten-inspection.ts';

const cafcass = { bodies: ['Cafcass'], regions: ['England'] };

test.each([
  ['First national inspection of Cafcass', 'national', 'First national'],
  ['East Midlands service area, 2008', 'service area', 'East Midlands'],
  ['Experience of service users in South Yorkshire, 2008', 'experience of service users', 'South Yorkshire'],
  ['Inspections of Cafcass, 2009/10', 'service area', 'Inspections'],
  ['Focused visit of April 2021', 'focused visit', 'Focused visit'],
])('“%s” is short for its column', (name, kind, short) => {
  expect(shortenInspection(name, { kind, ...cafcass })).toBe(short);
});

test('a region that is on the view names the inspection', () => {
  const context = { kind: 'service area', bodies: ['Cafcass'], regions: ['Birmingham and Black Country'] };
  expect(shortenInspection('Birmingham and Black Country service area, 2009', context)).toBe(
    'Birmingham and Black Country',
  );
});

test('a name is never shortened to nothing', () => {
  expect(shortenInspection(', 2008', { kind: '', bodies: [], regions: [] })).toBe(', 2008');
});
