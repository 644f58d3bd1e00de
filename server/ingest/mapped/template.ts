import { searchTokens } from '../../../schema/fold-text.ts';
import { readPrintedDay } from '../ofsted/printed-values.ts';
import { foldCell } from '../tables/read-table-rows.ts';

/** Text with columns in it, as `organisation/la-{name:slug}`. */
export interface Template {
  readonly source: string;
  readonly parts: readonly TemplatePart[];
}

type TemplatePart = string | { readonly column: string; readonly filter: FilterName | null };

/** What a cell may be put through before it is filled in; null where it cannot be. */
const filters = {
  /** Lower-case words with dashes, as ids are made of. */
  slug: (cell: string) =>
    searchTokens(cell.replace(/&/g, ' and '))
      .map((word) => word.replace(/[^a-z0-9]+/g, ''))
      .filter((word) => word !== '')
      .join('-')
      .slice(0, 120) || null,
  lower: (cell: string) => cell.toLowerCase(),
  /** A day as it is printed in Britain, 27/03/2015. */
  day: readPrintedDay,
  /** A day as Excel counts it, 42090. */
  excelDay: readExcelDay,
} as const satisfies Readonly<Record<string, (cell: string) => string | null>>;

type FilterName = keyof typeof filters;
const filterNames = Object.keys(filters) as readonly FilterName[];

/** What came of filling a template in. `empty` where a column of it is empty: then nothing is said. */
export type Filled =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly column: string; readonly message: string };

/** The template, or what is wrong with its text. */
export function parseTemplate(source: string): Template | string {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of source.matchAll(/\{([^{}]*)\}/g)) {
    parts.push(source.slice(end, match.index));
    end = match.index + match[0].length;
    const [column = '', filter, ...others] = (match[1] ?? '').split(':');
    const known = filterNames.find((name) => name === filter?.trim());
    if (column.trim() === '' || others.length > 0) return `“${match[0]}” is not {column} or {column:filter}`;
    if (filter !== undefined && !known)
      return `there is no filter “${filter}”: use one of ${filterNames.join(', ')}`;
    parts.push({ column: foldCell(column), filter: known ?? null });
  }
  parts.push(source.slice(end));
  if (parts.some((part) => typeof part === 'string' && /[{}]/.test(part)))
    return 'a brace is not closed; columns stand as {column}';
  return { source, parts: parts.filter((part) => part !== '') };
}

export function columnsOf({ parts }: Template): readonly string[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
}

export function fillTemplate({ parts }: Template, cellOf: (column: string) => string): Filled {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const cell = cellOf(part.column);
    if (cell === '') return { kind: 'empty' };
    const value = part.filter ? filters[part.filter](cell) : cell;
    if (value === null)
      return {
        kind: 'problem',
        column: part.column,
        message: `“${cell}” cannot be read as {…:${part.filter}}`,
      };
    text += value;
  }
  return { kind: 'text', text };
}

/** Day 60 of Excel is 29 February 1900, which never was; days before it are not read. */
function readExcelDay(cell: string): string | null {
  const days = /^\d{2,5}$/.test(cell) ? Number(cell) : 0;
  if (days <= 60) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
