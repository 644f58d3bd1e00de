import type { NodeDetail, RelationshipDetail, Source, SourceDocument } from '../../api/detail.ts';

/** All places of one document (or of none: what is known from outside) that the inspected record rests on. */
export interface CitedDocument {
  readonly document: SourceDocument | null;
  readonly places: readonly Source[];
}

/** Everything that was cited, each place once; primary documents first, then newer before older. */
export function collectSources(detail: NodeDetail | RelationshipDetail): readonly CitedDocument[] {
  const cited = new Map<string, { document: SourceDocument | null; places: Map<string, Source> }>();
  for (const source of allSources(detail)) {
    const key = source.document?.id ?? '';
    const entry = cited.get(key) ?? { document: source.document, places: new Map<string, Source>() };
    const place = [source.locator, source.basis, source.explanation, source.words].join('\n');
    if (!entry.places.has(place)) entry.places.set(place, source);
    cited.set(key, entry);
  }
  return [...cited.values()]
    .sort((a, b) => rank(a.document).localeCompare(rank(b.document)))
    .map(({ document, places }) => ({ document, places: [...places.values()].sort(byLocator) }));
}

function allSources(detail: NodeDetail | RelationshipDetail): readonly Source[] {
  const own = [...detail.sources, ...detail.said.flatMap(({ sources }) => sources)];
  if (!('neighbours' in detail)) return own;
  return [
    ...own,
    ...detail.neighbours.flatMap(({ sources, said, type, nodeSources }) => [
      ...sources,
      ...said.flatMap((statement) => statement.sources),
      ...(type === 'JUDGED' ? nodeSources : []),
    ]),
  ];
}

/** Sorts as text: primary before secondary before none, newest first. */
function rank(document: SourceDocument | null): string {
  if (!document) return '3';
  const age = 99_999_999 - Number((document.publishedOn?.earliest ?? '0001-01-01').replaceAll('-', ''));
  return `${document.isPrimary ? '1' : '2'} ${String(age).padStart(8, '0')} ${document.id}`;
}

function byLocator(a: Source, b: Source): number {
  return (a.locator ?? '').localeCompare(b.locator ?? '', 'en', { numeric: true });
}
