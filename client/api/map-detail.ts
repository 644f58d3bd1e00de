import { nodeId } from '../../schema/ids.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import { type PostCertainty, postCertainties } from '../../schema/post-on-day.ts';
import { type Standing, standings } from '../../schema/records.ts';
import type { Neighbour, PostThen, Said, Source } from './detail.ts';
import type { DetailFragmentOf } from './detail-documents.ts';
import type { FragmentOf } from './fragments.ts';
import {
  mapNode,
  pickRelationshipValues,
  readBasis,
  readDirection,
  readRelationshipId,
} from './map-records.ts';

export function mapSource(given: DetailFragmentOf<'source'>): Source {
  const { document } = given;
  return {
    id: given.id,
    basis: readBasis(given.basis),
    locator: given.locator,
    words: given.words,
    explanation: given.explanation,
    document: document && {
      id: nodeId(document.id),
      name: document.name,
      kind: document.kind,
      isPrimary: document.standing === 'primary',
      publishedOn: document.publishedOn satisfies PartialDate | null,
      sourceUrl: document.sourceUrl,
      licence: document.licence,
      attribution: document.attribution,
    },
  };
}

export function mapSaid(given: DetailFragmentOf<'said'>): Said {
  return {
    id: given.id,
    property: given.property,
    value: given.value,
    words: given.valueWords,
    standing: readStanding(given.standing),
    reason: given.reason,
    sources: given.evidence.map(mapSource),
  };
}

type GivenNeighbour = DetailFragmentOf<'neighbour'> & {
  readonly evidence: readonly DetailFragmentOf<'source'>[];
  readonly statements: readonly DetailFragmentOf<'said'>[];
  readonly node: FragmentOf<'entity'> & { readonly evidence: readonly DetailFragmentOf<'source'>[] };
};

export function mapNeighbour(given: GivenNeighbour): Neighbour {
  return {
    id: readRelationshipId(given.id),
    type: given.type,
    direction: readDirection(given.direction),
    properties: pickRelationshipValues(given.type, { ...given }),
    disputed: given.disputedProperties,
    sources: given.evidence.map(mapSource),
    said: given.statements.map(mapSaid),
    node: mapNode(given.node),
    nodeSources: given.node.evidence.map(mapSource),
  };
}

export function mapPostThen(given: DetailFragmentOf<'postThen'>): PostThen {
  return {
    id: readRelationshipId(given.id),
    properties: pickRelationshipValues('HOLDS_POST', { ...given }),
    certainty: readCertainty(given.certainty),
    person: { id: nodeId(given.person.id), name: given.person.name },
    organisation: { id: nodeId(given.organisation.id), name: given.organisation.name },
    sources: given.evidence.map(mapSource),
  };
}

function readStanding(text: string): Standing {
  return standings.find((standing) => standing.replace(' ', '_').toUpperCase() === text) ?? 'stands';
}

export function readCertainty(text: string): PostCertainty {
  return postCertainties.find((certainty) => certainty.toUpperCase() === text) ?? 'nearest';
}
