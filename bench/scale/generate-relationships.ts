import { type NodeId, relationshipId } from '../../schema/ids.ts';
import type { GraphRelationship } from '../../schema/records.ts';
import type { RelationshipPropertyValues, RelationshipType } from '../../schema/relationship-types.ts';
import { foundBy, ids, inspectionOf, reportOf } from './generate-nodes.ts';
import type { RandomAt } from './random-at.ts';
import type { WorldSize } from './world-size.ts';

const postTitles = ['Registered manager', 'Responsible individual'];

/**
 * Every relationship of the world, some three for each node. Hubs are those of the real statistics: one body conducted
 * every inspection, a few frameworks governed them, a few owners own hundreds of homes and most own one.
 */
export function* generateRelationships(size: WorldSize, random: RandomAt): Generator<GraphRelationship> {
  const pick = (kind: string, index: number, count: number) => Math.floor(random(kind, index) * count);
  /** The first ones are picked far more often: a few have very many. */
  const skewed = (kind: string, index: number, count: number) => Math.floor(random(kind, index) ** 4 * count);
  for (let i = 0; i < size.authorities; i++) {
    yield relationship('WITHIN', ids.authorityArea(i), ids.region(i % size.regions));
    yield relationship('SERVES', ids.authority(i), ids.authorityArea(i));
  }
  for (let i = 0; i < size.providers; i++) {
    const area = ids.authorityArea(skewed('located', i, size.authorities));
    yield relationship('OWNED_BY', ids.provider(i), ids.owner(skewed('owned', i, size.owners)));
    yield relationship('LOCATED_IN', ids.provider(i), area);
    yield relationship('SERVES', ids.provider(i), area);
  }
  for (let i = 0; i < size.people; i++)
    for (const [at, title] of postTitles.entries()) {
      const place = ids.provider(pick(`post ${at}`, i, size.providers));
      yield relationship('HOLDS_POST', ids.person(i), place, { title, kind: 'manager' }, title);
    }
  for (let i = 0; i < size.inspections; i++) yield* ofInspection(i, size, pick, skewed);
  for (let i = 0; i < size.reports; i++) {
    yield relationship('REPORTS_ON', ids.report(i), ids.inspection(i % size.inspections));
    yield relationship('PUBLISHED', ids.inspectorate, ids.report(i));
  }
  for (let i = 0; i < size.quotes; i++) {
    yield relationship('SAID', ids.person(skewed('said', i, size.people)), ids.quote(i));
    yield relationship('ABOUT', ids.quote(i), ids.inspection(pick('about', i, size.inspections)));
    yield relationship('QUOTED_IN', ids.quote(i), ids.report(reportOf(i, size, random)));
  }
  for (let i = 0; i < size.findings; i++)
    yield relationship('FOUND', ids.inspection(foundBy(i, size, random)), ids.finding(i));
  for (let i = 0; i < size.judgements; i++)
    yield relationship('JUDGED', ids.inspection(inspectionOf(i, size, random)), ids.judgement(i));
}

type Pick = (kind: string, index: number, count: number) => number;

function* ofInspection(i: number, size: WorldSize, pick: Pick, skewed: Pick): Generator<GraphRelationship> {
  const inspection = ids.inspection(i);
  yield relationship('CONDUCTED', ids.inspectorate, inspection);
  // Each provider has one inspection at least; the others fall on a few.
  const provider = i < size.providers ? i : skewed('inspected', i, size.providers);
  yield relationship('INSPECTED', inspection, ids.provider(provider));
  yield relationship('COVERED', inspection, ids.authorityArea(skewed('covered', i, size.authorities)));
  yield relationship('CARRIED_OUT_UNDER', inspection, ids.framework(skewed('under', i, size.frameworks)));
  yield relationship('LED', ids.person(pick('led', i, size.people)), inspection);
  yield relationship('CONSULTED', inspection, ids.authority(skewed('asked', i, size.authorities)));
  if (i % 4 !== 0) yield relationship('CONSULTED', inspection, ids.person(pick('consulted', i, size.people)));
  if (i >= size.providers) yield relationship('FOLLOWED', inspection, ids.inspection(i - size.providers));
}

function relationship(
  type: RelationshipType,
  from: NodeId,
  to: NodeId,
  properties: RelationshipPropertyValues = {},
  key = '',
): GraphRelationship {
  return { id: relationshipId(type, from, to, key), type, from, to, version: 1, disputed: [], properties };
}
