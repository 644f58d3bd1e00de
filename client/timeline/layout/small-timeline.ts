import { partialDate } from '../../../schema/parse-partial-date.ts';
import { type Exploration, emptyExploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';

const judged = (label: string, date: string, rank: number) => ({
  name: `overall: ${label}`,
  area: 'overall',
  label,
  date: partialDate(date),
  grade: { scale: 'ofsted-social-care-2013', rank, of: 4 } as const,
});

function post(person: string, organisation: string, attestedOn: readonly string[]) {
  const shown = shownRelationship('HOLDS_POST', person, organisation);
  const properties = { title: 'chief executive', attestedOn: attestedOn.map(partialDate) };
  return { ...shown, record: { ...shown.record, properties } };
}

/** For tests: two chief executives, two inspections of which one is disputed, one with words on no scale, a quote. */
export function exploreSmallTimeline(): Exploration {
  return runCommand(emptyExploration, {
    kind: 'show',
    nodes: [
      shownNode('organisation/cafcass', 'Organisation', { name: 'Cafcass' }),
      shownNode('person/anthony-douglas', 'Person', { name: 'Anthony Douglas' }),
      shownNode('person/jacky-tiotto', 'Person', { name: 'Jacky Tiotto' }),
      shownNode('inspection/2009', 'Inspection', {
        name: 'Of 2009/10',
        date: partialDate('2009-04/2010-03'),
      }),
      shownNode('inspection/2018', 'Inspection', { name: 'Second', date: partialDate('2018-03-28') }),
      shownNode('judgement/2009', 'Judgement', {
        name: 'overall: consistently inadequate',
        area: 'overall',
        label: 'consistently inadequate',
        date: partialDate('2009-04/2010-03'),
      }),
      shownNode('judgement/2018/good', 'Judgement', judged('Good', '2018-03-28', 2)),
      shownNode('judgement/2018/outstanding', 'Judgement', judged('Outstanding', '2018-03-28', 1)),
      shownNode('quote/grit', 'Quote', { name: '“grit”', text: 'grit', date: partialDate('2014-04') }),
    ],
    relationships: [
      shownRelationship('JUDGED', 'inspection/2009', 'judgement/2009'),
      shownRelationship('JUDGED', 'inspection/2018', 'judgement/2018/good'),
      shownRelationship('JUDGED', 'inspection/2018', 'judgement/2018/outstanding'),
      post('person/anthony-douglas', 'organisation/cafcass', ['2009-02-17', '2014-04-24']),
      post('person/jacky-tiotto', 'organisation/cafcass', ['2022?', '2024-04~']),
    ],
  }).state;
}
