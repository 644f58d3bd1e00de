import { useEffect, useState } from 'react';
import { type NodeId, nodeId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { client } from '../api/client.ts';
import { suggestDocument } from '../api/documents.ts';
import { type Loading, readFailure } from '../api/failures.ts';
import { readNodeType } from '../api/map-records.ts';

export interface Marked {
  readonly text: string;
  /** Stretches that matched, in UTF-16 units; the end is excluded. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export interface Suggestion {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name: Marked;
  /** Where else it matched, as in the words of a quote. */
  readonly also: Marked | null;
}

/** What was found for which words; `idle` while nothing is asked. */
export type Suggestions =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asked'; readonly for: string; readonly state: Loading<readonly Suggestion[]> };

/** Keys come about this fast; waiting longer would be felt. */
const DEBOUNCE = 120;

/** Suggestions for what is typed. A question that is overtaken by the next one is aborted. */
export function useSuggestions(typed: string): Suggestions {
  const query = typed.trim();
  const [suggestions, setSuggestions] = useState<Suggestions>({ kind: 'idle' });
  useEffect(() => {
    if (query === '') {
      setSuggestions({ kind: 'idle' });
      return;
    }
    let stop = () => {};
    const timer = setTimeout(() => {
      setSuggestions((before) =>
        before.kind === 'asked' && before.state.kind === 'loaded'
          ? before
          : { kind: 'asked', for: query, state: { kind: 'loading' } },
      );
      // Ending the subscription aborts the request.
      const { unsubscribe } = client.query(suggestDocument, { query }).subscribe(({ data, error }) => {
        if (error)
          setSuggestions({
            kind: 'asked',
            for: query,
            state: { kind: 'failure', failure: readFailure(error) },
          });
        else if (data)
          setSuggestions({
            kind: 'asked',
            for: query,
            state: { kind: 'loaded', value: data.suggest.map(mapSuggestion) },
          });
      });
      stop = unsubscribe;
    }, DEBOUNCE);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [query]);
  return suggestions;
}

interface GivenSuggestion {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly highlights: readonly (Marked & { readonly property: string })[];
}

function mapSuggestion({ id, type, name, highlights }: GivenSuggestion): Suggestion {
  const [inName] = highlights.filter(({ property }) => property === 'name');
  const [elsewhere] = highlights.filter(({ property }) => property !== 'name');
  return {
    id: nodeId(id),
    type: readNodeType(type),
    name: inName ?? { text: name, ranges: [] },
    also: elsewhere ?? null,
  };
}
