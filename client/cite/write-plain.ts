import { printPartialDate } from '../../schema/partial-date.ts';
import type { CitedDocument, Reference } from './reference.ts';

/** The citation as a sentence that can stand in a note. */
export function writePlain(reference: Reference): string {
  const accessed = `accessed ${printPartialDate(reference.accessedOn)}`;
  switch (reference.kind) {
    case 'document': {
      const { document } = reference;
      return `${sentence([sayDocument(document), document.sourceUrl && accessed])} ${sentence(['Oversight', document.url, accessed])}`;
    }
    case 'quote': {
      const { speakers, words, saidOn, documents, url } = reference;
      const said = [speakers.join(' and '), `“${words}”`, saidOn && printPartialDate(saidOn)];
      const [document] = documents;
      const where = document && `quoted in ${sayDocument(document)}`;
      return `${sentence([...said, where])} ${sentence(['Oversight', url, accessed])}`;
    }
    case 'fact': {
      const { title, what, documents, url } = reference;
      const page = sentence(['Oversight', `“${title}” (${what})`, url, accessed]);
      if (documents.length === 0) return page;
      return `${page} Sources: ${documents.map(sayDocument).join('; ')}.`;
    }
  }
}

function sayDocument({ title, kind, publishers, publishedOn, locator, sourceUrl }: CitedDocument): string {
  const what = [kind, publishers.join(' and '), publishedOn && printPartialDate(publishedOn)].filter(Boolean);
  const head = what.length > 0 ? `“${title}” (${what.join(', ')})` : `“${title}”`;
  return [head, locator, sourceUrl].filter(Boolean).join(', ');
}

function sentence(parts: readonly (string | null | undefined)[]): string {
  return `${parts.filter(Boolean).join(', ')}.`;
}
