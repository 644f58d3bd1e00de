import type { NodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { GraphNode } from '../../../schema/records.ts';
import {
  evidenceBecause,
  type Fragment,
  nodeFragment,
  type Place,
  relationshipFragment,
  statementOf,
} from '../fragments/fragment.ts';
import { OFSTED } from './ofsted-ids.ts';

/** A table of Ofsted's official statistics as a document of the graph. */
export interface StatisticsDocument {
  readonly id: NodeId;
  readonly name: string;
  /** EDTF; the day of publication is printed in none of the tables. */
  readonly publishedOn: string;
  /** Why the date of publication follows. */
  readonly because: string;
  readonly sha256: string;
}

/** The document, Ofsted, and that Ofsted published it. */
export function documentFragments(document: StatisticsDocument): Fragment[] {
  const place: Place = { document: document.id, locator: 'heading' };
  return [
    withPublication(document, place),
    nodeFragment('Organisation', OFSTED, { name: 'Ofsted', kind: 'inspectorate' }, place),
    publishedBy(document, place),
  ];
}

function withPublication(document: StatisticsDocument, place: Place): Fragment {
  const { id, name, publishedOn, because, sha256 } = document;
  const fragment = nodeFragment(
    'Document',
    id,
    {
      name,
      kind: 'official statistics',
      standing: 'primary',
      publishedOn: partialDate(publishedOn),
      licence: 'Open Government Licence v3.0',
      attribution:
        'Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright, Ofsted',
      language: 'en',
      sha256,
    } satisfies GraphNode['properties'],
    place,
  );
  const statement = statementOf(id, 'publishedOn', publishedOn);
  return {
    ...fragment,
    statements: [statement],
    evidence: [...fragment.evidence, evidenceBecause(statement.id, 'inferred', because)],
  };
}

function publishedBy({ id }: StatisticsDocument, place: Place): Fragment {
  const fragment = relationshipFragment('PUBLISHED', OFSTED, id, {}, place);
  return {
    ...fragment,
    evidence: [evidenceBecause(fragment.record.id, 'outside', 'Ofsted’s official statistics')],
  };
}
