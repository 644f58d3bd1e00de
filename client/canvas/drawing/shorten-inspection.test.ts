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
  expect(shortenInspection(name, { kind, ...cafcass }).title).toBe(short);
});

test('a region that is on the view names the inspection', () => {
  const context = { kind: 'service area', bodies: ['Cafcass'], regions: ['Birmingham and Black Country'] };
  expect(shortenInspection('Birmingham and Black Country service area, 2009', context).title).toBe(
    'Birmingham and Black Country',
  );
});

test('a name is never shortened to nothing', () => {
  expect(shortenInspection(', 2008', { kind: '', bodies: [], regions: [] }).title).toBe(', 2008');
});

test.each([
  ['Full inspection of SC1234, 5 January 2016', 'full', [], 'Full inspection', 'SC1234'],
  ['Full inspection of SC1234, 5 January 2016', 'full', ['Oak House'], 'Full inspection', 'Oak House'],
  ['Interim inspection of SC1', 'interim', ['Children’s home, URN SC1'], 'Interim inspection', 'SC1'],
  ['Visit A-17 of Larch House', 'full', ['Larch House'], 'Visit A-17', 'Larch House'],
  [
    'Inspection of children’s services, Leicester, 5 June 2019',
    'short',
    ['Leicester'],
    'Inspection of children’s services',
    'Leicester',
  ],
  ['First national inspection of Cafcass', 'national', [], 'First national inspection of Cafcass', null],
])('the imported “%s” (%s) says apart what it was and of whom', (name, kind, bodies, title, of) => {
  expect(shortenInspection(name, { kind, bodies, regions: [] })).toEqual({ title, of });
});
