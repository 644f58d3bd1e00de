import { useEffect, useState } from 'react';
import type { NodeType } from '../../schema/node-types.ts';
import { ask } from '../api/ask.ts';
import { graphql } from '../api/graphql.ts';

const totalsDocument = graphql(`
  query LegendTotals {
    sources: facets(by: [DOCUMENT]) {
      key
      count
    }
    Organisation: facets(by: [KIND], types: [ORGANISATION]) {
      key
      count
    }
    Region: facets(by: [KIND], types: [REGION]) {
      key
      count
    }
    Inspection: facets(by: [KIND], types: [INSPECTION]) {
      key
      count
    }
    Quote: facets(by: [KIND], types: [QUOTE]) {
      key
      count
    }
    Event: facets(by: [KIND], types: [EVENT]) {
      key
      count
    }
    Document: facets(by: [KIND], types: [DOCUMENT]) {
      key
      count
    }
  }
`);

/** The types whose kinds are counted, each an alias in the query above. */
export const countedTypes = ['Organisation', 'Region', 'Inspection', 'Quote', 'Event', 'Document'] as const;

/** Counts of the whole graph that only some sections show, and that are asked for when one of them is opened. */
export interface MoreTotals {
  readonly kinds: ReadonlyMap<NodeType, ReadonlyMap<string, number>>;
  /** By the id of the document. */
  readonly sources: ReadonlyMap<string, number>;
}

/** Null where there is no answer: the legend then says what the canvas has. */
async function loadMoreTotals(): Promise<MoreTotals | null> {
  const outcome = await ask(totalsDocument, {});
  if (outcome.kind === 'failure') return null;
  const data = outcome.value;
  const countsOf = (facets: typeof data.sources) => new Map(facets.map(({ key, count }) => [key, count]));
  return {
    kinds: new Map(countedTypes.map((type) => [type, countsOf(data[type])])),
    sources: countsOf(data.sources),
  };
}

/** The totals once they are wanted and there. */
export function useMoreTotals(isWanted: boolean): MoreTotals | null {
  const [totals, setTotals] = useState<MoreTotals | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void loadMoreTotals().then((loaded) => {
      if (isCurrent && loaded) setTotals(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  return totals;
}
