/** Markup that was made by `html` and by nothing else, so that text of a record is never taken for it. */
export class Html {
  readonly markup: string;
  private constructor(markup: string) {
    this.markup = markup;
  }
  static make(strings: readonly string[], parts: readonly Part[]): Html {
    return new Html(strings.map((text, index) => text + markupOf(parts[index])).join(''));
  }
  /** A block of data that no browser runs; `<` and `&` are escaped, so that no text in it can end the block. */
  static data(contentType: 'application/ld+json', data: unknown): Html {
    const json = JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return new Html(`<script type="${contentType}">${json}</script>`);
  }
}

/** What may stand in a template: nothing is printed for null, undefined and false. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/**
 * A piece of a page. Everything that is put into it is escaped, for text and for attributes in double quotes,
 * unless it is such a piece itself. An address of a record goes through `webAddress` before it becomes a link.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return Html.make(strings, parts);
}

/** The parts with something between each two of them. */
export function joinParts(parts: readonly Part[], between: Part): Part {
  return parts.map((part, index) => (index === 0 ? part : [between, part]));
}

/** The address if a link may lead there: http and https only, so that no `javascript:` is ever a link. */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(markupOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
