import { type PartialDate, printPartialDate } from '../../schema/partial-date.ts';
import type { CitedDocument, Reference } from './reference.ts';

type Fields = Readonly<Record<string, string | null | undefined>>;

/** Entries for BibTeX and BibLaTeX, in UTF-8: what is cited first, then the documents that it rests on. */
export function writeBibtex(reference: Reference): string {
  const urldate = reference.accessedOn.edtf;
  switch (reference.kind) {
    case 'document':
      return documentEntry(reference.document, urldate);
    case 'quote': {
      const { id, words, speakers, saidOn, documents, url } = reference;
      const [document] = documents;
      const where = document && [document.title, ...document.publishers, document.locator];
      return entry('misc', id, {
        author: speakers.map((name) => `{${escapeBibtex(name)}}`).join(' and '),
        title: `{“${escapeBibtex(words)}”}`,
        howpublished: where && escapeBibtex(`Quoted in ${where.filter(Boolean).join(', ')}`),
        ...dateFields(saidOn ?? document?.publishedOn ?? null),
        url: escapeAddress(url),
        urldate,
      });
    }
    case 'fact': {
      const { id, title, what, documents, url } = reference;
      const page = entry('misc', id, {
        title: `{${escapeBibtex(title)}}`,
        howpublished: 'Oversight',
        note: escapeBibtex(what),
        url: escapeAddress(url),
        urldate,
      });
      return [page, ...documents.map((document) => documentEntry(document, urldate))].join('\n');
    }
  }
}

const entryTypes: Partial<Record<string, string>> = { report: 'techreport', 'news article': 'article' };

function documentEntry(document: CitedDocument, urldate: string): string {
  const { id, title, kind, publishers, publishedOn, sourceUrl, locator, url } = document;
  const type = entryTypes[kind ?? ''] ?? 'misc';
  const publisher = escapeBibtex(publishers.join(' and ')) || null;
  const { note, ...date } = dateFields(publishedOn);
  const notes = [type === 'misc' ? kind : null, locator && `cited: ${locator}`].flatMap((words) =>
    words ? [escapeBibtex(words)] : [],
  );
  return entry(type, id, {
    title: `{${escapeBibtex(title)}}`,
    [type === 'article' ? 'journal' : type === 'techreport' ? 'institution' : 'howpublished']: publisher,
    ...date,
    note: [note, ...notes].filter(Boolean).join('; ') || null,
    url: escapeAddress(sourceUrl ?? url),
    urldate,
  });
}

/** Months are macros of BibTeX, which stand without braces. */
function entry(type: string, id: string, fields: Fields): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`] : [],
  );
  return `@${type}{${id.replace(/[^a-z0-9]+/g, '-')},\n${lines.join('')}}\n`;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Year and month, as far as both ends of the date agree; a note in words where it is not sure. */
function dateFields(date: PartialDate | null): Fields & { readonly note?: string } {
  if (!date) return {};
  const [year, month] = date.earliest.split('-').map(Number);
  const [lastYear, lastMonth] = date.latest.split('-').map(Number);
  const isSure = /^[\d-]+$/.test(date.edtf);
  return {
    ...(year === lastYear && { year: String(year) }),
    ...(year === lastYear && month === lastMonth && month && { month: months[month - 1] ?? '' }),
    ...(!isSure && { note: escapeBibtex(printPartialDate(date)) }),
  };
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** The text as TeX prints it. */
export function escapeBibtex(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (character) => escapes[character] ?? '').replace(/\s+/g, ' ');
}

/** Addresses are read verbatim; what would end the field is encoded. */
function escapeAddress(url: string): string {
  return url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
}
