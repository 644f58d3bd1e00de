import { nodeId, relationshipId } from '../../schema/ids.ts';
import type { NodeType, PropertyValues } from '../../schema/node-types.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import { type Exploration, emptyExploration, type ShownNode, type ShownRelationship } from './exploration.ts';
import { runCommand } from './run-command.ts';

/** A node for tests, with nothing but what is given. */
export function shownNode(
  id: string,
  type: NodeType,
  properties: PropertyValues & { readonly name: string },
  counts: ShownNode['counts'] = [],
): ShownNode {
  return { record: { id: nodeId(id), type, version: 1, disputed: [], properties }, counts, documents: [] };
}

/** A relationship for tests, stated by one source. */
export function shownRelationship(type: RelationshipType, from: string, to: string): ShownRelationship {
  const [start, end] = [nodeId(from), nodeId(to)];
  const record = {
    id: relationshipId(type, start, end, ''),
    type,
    from: start,
    to: end,
    version: 1,
    disputed: [],
    properties: {},
  };
  return { record, basis: 'stated', sources: 1, documents: [] };
}

const judged = (area: string, label: string, rank: number) =>
  ({
    name: `${area}: ${label}`,
    area,
    label,
    grade: { scale: 'ofsted-social-care-2013', rank, of: 4 },
  }) as const;

/** Cafcass and Ofsted, two inspections of which one has a disputed overall judgement, a chief executive, his words. */
export const smallWorld: { nodes: readonly ShownNode[]; relationships: readonly ShownRelationship[] } = {
  nodes: [
    shownNode('organisation/cafcass', 'Organisation', { name: 'Cafcass', kind: 'inspected body' }, [
      { type: 'INSPECTED', direction: 'in', neighbours: 11 },
      { type: 'HOLDS_POST', direction: 'in', neighbours: 1 },
    ]),
    shownNode('organisation/ofsted', 'Organisation', { name: 'Ofsted', kind: 'inspectorate' }),
    shownNode('person/anthony-douglas', 'Person', { name: 'Anthony Douglas' }),
    shownNode('inspection/cafcass-2014', 'Inspection', {
      name: 'First national inspection of Cafcass',
      kind: 'national',
      date: partialDate('2014-04'),
    }),
    shownNode('inspection/cafcass-2018', 'Inspection', {
      name: 'Second national inspection of Cafcass',
      kind: 'national',
      date: partialDate('2018-03-28'),
    }),
    shownNode('judgement/2014/overall', 'Judgement', judged('overall', 'good', 2)),
    shownNode('judgement/2018/overall/good', 'Judgement', judged('overall', 'good', 2)),
    shownNode('judgement/2018/overall/outstanding', 'Judgement', judged('overall', 'outstanding', 1)),
    shownNode('quote/grit', 'Quote', {
      name: '“five years of grit and determination”',
      text: 'five years of grit and determination',
    }),
  ],
  relationships: [
    shownRelationship('CONDUCTED', 'organisation/ofsted', 'inspection/cafcass-2014'),
    shownRelationship('CONDUCTED', 'organisation/ofsted', 'inspection/cafcass-2018'),
    shownRelationship('INSPECTED', 'inspection/cafcass-2014', 'organisation/cafcass'),
    shownRelationship('INSPECTED', 'inspection/cafcass-2018', 'organisation/cafcass'),
    shownRelationship('JUDGED', 'inspection/cafcass-2014', 'judgement/2014/overall'),
    shownRelationship('JUDGED', 'inspection/cafcass-2018', 'judgement/2018/overall/good'),
    shownRelationship('JUDGED', 'inspection/cafcass-2018', 'judgement/2018/overall/outstanding'),
    shownRelationship('HOLDS_POST', 'person/anthony-douglas', 'organisation/cafcass'),
    shownRelationship('SAID', 'person/anthony-douglas', 'quote/grit'),
    shownRelationship('ABOUT', 'quote/grit', 'inspection/cafcass-2014'),
  ],
};

/** All of the small world on the view, nothing placed. */
export function exploreSmallWorld(): Exploration {
  return runCommand(emptyExploration, { kind: 'show', ...smallWorld }).state;
}
