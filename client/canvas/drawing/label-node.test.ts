import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import { emptyExploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { exploreSmallWorld, shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { labelNode } from './label-node.ts';
import { printMonth } from './print-month.ts';

test.each([
  ['2009-02-17', 'Feb 2009'],
  ['2014-04~', 'Apr 2014'],
  ['2018', '2018'],
  ['2022-01?', 'Jan 2022?'],
  ['2009-04/2010-03', '2009–10'],
])('the date %s is “%s” on a label', (edtf, words) => {
  expect(printMonth(partialDate(edtf))).toBe(words);
});

test('a person bears the kind of a post', () => {
  const world = exploreSmallWorld();
  const node = [...world.nodes.values()].find(({ record }) => record.type === 'Person');
  expect(node && labelNode(world, node, false).lines).toEqual(['Anthony Douglas']);
});

test('an inspection says its kind and its time', () => {
  const world = exploreSmallWorld();
  const node = [...world.nodes.values()].find(({ record }) => record.id === 'inspection/cafcass-2018');
  expect(node && labelNode(world, node, false)).toMatchObject({
    lines: ['Second', 'national'],
    captions: ['Mar 2018'],
  });
});

test('a long quote shows its first words and closes its quotation marks', () => {
  const text = 'We have been relentless in pursuing a strong performance management framework';
  const { lines, face } = labelNode(
    exploreSmallWorld(),
    shownNode('quote/long', 'Quote', { name: text, text }),
    false,
  );
  expect(face).toBe('serif');
  expect(lines.join(' ')).toMatch(/^“We have been relentless.*…”$/);
});

test('where there is no room a person goes by surname, an inspection by date', () => {
  const world = exploreSmallWorld();
  const shortOf = (id: string) => {
    const node = world.nodes.get(nodeId(id));
    return node && labelNode(world, node, false).short;
  };
  expect(shortOf('person/anthony-douglas')).toBe('A. Douglas');
  expect(shortOf('inspection/cafcass-2014')).toBe('Apr 2014');
});

function homesInspected(...homes: readonly string[]) {
  const inspections = homes.map((_, index) =>
    shownNode(`inspection/${index}`, 'Inspection', {
      name: `Full inspection of SC${index}, 5 January 2016`,
      kind: 'full',
      startedOn: partialDate('2016-01-05'),
      publishedOn: partialDate('2016-03-01'),
      date: partialDate('2016-03-01'),
    }),
  );
  const bodies = homes.map((name, index) => shownNode(`organisation/${index}`, 'Organisation', { name }));
  const relationships = homes.map((_, index) =>
    shownRelationship('INSPECTED', `inspection/${index}`, `organisation/${index}`),
  );
  const nodes = [...inspections, ...bodies];
  const { state } = runCommand(emptyExploration, { kind: 'show', nodes, relationships });
  return inspections.map((inspection) => labelNode(state, inspection, false));
}

test('inspections of several bodies say of which they are, when they were and not when that was published', () => {
  expect(homesInspected('Oak House', 'Elm House')).toMatchObject([
    {
      lines: ['Full', 'inspection'],
      captions: ['Jan 2016', 'Oak House'],
      firmCaptions: 1,
      short: 'Jan 2016',
    },
    { lines: ['Full', 'inspection'], captions: ['Jan 2016', 'Elm House'], firmCaptions: 1 },
  ]);
});

test('where all inspections are of one body, none says so', () => {
  expect(homesInspected('Oak House')).toMatchObject([{ captions: ['Jan 2016'] }]);
});
