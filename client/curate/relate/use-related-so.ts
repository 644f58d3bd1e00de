import type { GraphRelationship } from '../../../schema/records.ts';
import { sayRelationship } from '../../../schema/relationship-types.ts';
import { mapOutcome } from '../../api/ask.ts';
import type { Loading, Outcome } from '../../api/failures.ts';
import { loadSubgraph } from '../../api/load.ts';
import type { SideRow } from '../form/side-rows.ts';
import { listFacts } from '../save/FactsNow.tsx';
import { useLoaded } from '../save/use-loaded.ts';
import type { RelatedEnds } from './relate-draft.ts';

/** The relationships of the type from the one to the other, as they stand now; null asks nothing. */
export function useRelatedSo(ends: RelatedEnds | null): Loading<readonly GraphRelationship[]> {
  const key = ends && `${ends.type} ${ends.from} ${ends.to}`;
  return useLoaded(key, async () => (ends ? loadRelated(ends) : { kind: 'loaded', value: [] })).state;
}

async function loadRelated({ type, from, to }: RelatedEnds): Promise<Outcome<readonly GraphRelationship[]>> {
  return mapOutcome(await loadSubgraph([from, to], { fresh: true }), ({ relationships }) =>
    relationships
      .map(({ record }) => record)
      .filter((each) => each.type === type && each.from === from && each.to === to),
  );
}

/** A relationship in a line: how it is read, and what is known of it. */
export function sayRelated({ type, properties }: GraphRelationship): SideRow {
  return [sayRelationship(type, 'out', properties), sayFacts(listFacts({ type, values: properties }))];
}

export function sayFacts(facts: readonly SideRow[]): string {
  return facts.map(([label, words]) => `${label}: ${words}`).join('; ');
}
