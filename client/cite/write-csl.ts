import { type PartialDate, printPartialDate } from '../../schema/partial-date.ts';
import type { CitedDocument, Reference } from './reference.ts';

/** CSL JSON, which reference managers read: what is cited first, then the documents that it rests on. */
export function writeCsl(reference: Reference): string {
  return `${JSON.stringify(listItems(reference), null, 2)}\n`;
}

function listItems(reference: Reference): readonly object[] {
  const accessed = cslDate(reference.accessedOn);
  switch (reference.kind) {
    case 'document':
      return [documentItem(reference.document, accessed)];
    case 'quote': {
      const { id, words, speakers, saidOn, documents, url } = reference;
      const [document] = documents;
      const where = document && ['Quoted in', document.kind, document.locator, document.sourceUrl];
      return [
        present({
          id,
          type: 'webpage',
          title: `“${words}”`,
          author: speakers.map((literal) => ({ literal })),
          'container-title': document?.title,
          publisher: document?.publishers.join(' and ') || null,
          issued: cslDate(saidOn ?? document?.publishedOn ?? null),
          URL: url,
          accessed,
          note: where?.filter(Boolean).join(', ').replace('Quoted in, ', 'Quoted in: '),
        }),
      ];
    }
    case 'fact': {
      const { id, title, what, documents, url } = reference;
      const page = {
        id,
        type: 'webpage',
        title,
        'container-title': 'Oversight',
        genre: what,
        URL: url,
        accessed,
      };
      return [present(page), ...documents.map((document) => documentItem(document, accessed))];
    }
  }
}

const itemTypes: Partial<Record<string, string>> = {
  'news article': 'article-newspaper',
  'press release': 'webpage',
  report: 'report',
  letter: 'personal_communication',
  'official statistics': 'dataset',
};

function documentItem(document: CitedDocument, accessed: object | null): object {
  const { id, title, kind, publishers, publishedOn, sourceUrl, locator, url } = document;
  return present({
    id,
    type: itemTypes[kind ?? ''] ?? 'document',
    title,
    genre: kind,
    // Of a newspaper, styles print what it stands in.
    [kind === 'news article' ? 'container-title' : 'publisher']: publishers.join(' and ') || null,
    issued: cslDate(publishedOn),
    URL: sourceUrl ?? url,
    accessed,
    note: locator && `cited: ${locator}`,
  });
}

/** One or two dates in parts, as they are known; a date that has no such form in words. */
export function cslDate(date: PartialDate | null): object | null {
  if (!date) return null;
  const sides = date.edtf.split('/');
  const parts = sides.map((side) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$/.exec(side));
  if (parts.some((part) => part === null)) return { literal: printPartialDate(date) };
  return {
    'date-parts': parts.map((part) => part?.slice(1).flatMap((text) => (text ? [Number(text)] : []))),
    ...(/[?~%]/.test(date.edtf) && { circa: true }),
  };
}

function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}
