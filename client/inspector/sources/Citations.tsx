import { type ReactNode, useId, useState } from 'react';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { printCount } from '../../../schema/print-count.ts';
import type { Source, SourceDocument } from '../../api/detail.ts';

interface CitedProps {
  readonly sources: readonly Source[];
  readonly children: ReactNode;
}

/** Something that sources say, with their number beside it; the number opens where exactly they say it. */
export function Cited({ sources, children }: CitedProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="cited">
      <div className="cited-value">{children}</div>
      {sources.length > 0 && (
        <button
          type="button"
          className="source-count"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={`${printCount(sources.length)} ${sources.length === 1 ? 'source' : 'sources'}`}
          title={sources.map((source) => `${sayDocument(source)}: ${sayPlace(source)}`).join('\n')}
          onClick={() => setOpen(!isOpen)}
        >
          {printCount(sources.length)}
        </button>
      )}
      {isOpen && (
        <ul id={id} className="citations">
          {sources.map((source) => (
            <li key={source.id}>
              {sayDocument(source)} <Place source={source} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Locator, basis, and why or which words. */
export function Place({ source }: { readonly source: Source }) {
  return (
    <>
      <span className="place">{sayPlace(source)}</span>
      {source.words && <q className="place-words">{source.words}</q>}
      {source.explanation && <span className="place-why">{source.explanation}</span>}
    </>
  );
}

const bases = { stated: 'stated', inferred: 'inferred', outside: 'known from outside' } as const;

function sayPlace({ locator, basis }: Source): string {
  return [locator, bases[basis]].filter(Boolean).join(' · ');
}

function sayDocument({ document }: Source): string {
  return document ? document.name : 'In no document of the graph';
}

/** What a document is, in two or three words: “news article, 2024”. */
export function sayDocumentKind({ kind, publishedOn }: SourceDocument): string {
  return [kind, publishedOn && printPartialDate(publishedOn)].filter(Boolean).join(', ');
}

/** The sources of one side of a dispute as small labels: “official statistics, 2018”. */
export function SourceLabels({ sources }: { readonly sources: readonly Source[] }) {
  return sources.map((source) => (
    <span key={source.id} className="source-label" title={`${sayDocument(source)}: ${sayPlace(source)}`}>
      {source.document
        ? [source.document.kind ?? 'document', source.document.publishedOn?.earliest.slice(0, 4)]
            .filter(Boolean)
            .join(', ')
        : 'outside the documents'}
    </span>
  ));
}
