import type { PartialDate } from '../../schema/partial-date.ts';

/** A document as it is cited, with the place in it that is meant. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string;
  /** “news article”, “report” … */
  readonly kind: string | null;
  readonly publishers: readonly string[];
  readonly publishedOn: PartialDate | null;
  readonly sourceUrl: string | null;
  /** Paragraph, page or row; several are joined. */
  readonly locator: string | null;
  /** Our own page of it. */
  readonly url: string;
}

/** What can be cited. */
export type Reference =
  | { readonly kind: 'document'; readonly document: CitedDocument; readonly accessedOn: PartialDate }
  | {
      readonly kind: 'quote';
      readonly id: string;
      readonly words: string;
      /** Their names, or how the source names them. */
      readonly speakers: readonly string[];
      /** Null where the day is not known apart from that of the document. */
      readonly saidOn: PartialDate | null;
      readonly documents: readonly CitedDocument[];
      readonly url: string;
      readonly accessedOn: PartialDate;
    }
  /** Any other record: the page of it, and the documents that it rests on. */
  | {
      readonly kind: 'fact';
      readonly id: string;
      readonly title: string;
      /** “judgement, 28 March 2018”. */
      readonly what: string;
      readonly documents: readonly CitedDocument[];
      readonly url: string;
      readonly accessedOn: PartialDate;
    };
