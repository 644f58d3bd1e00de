import { parsePartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import { printValue } from '../../../schema/property-kinds.ts';
import type { Statement } from '../../../schema/records.ts';
import { EvidenceBasisEnum, StandingEnum } from '../enums.ts';
import { reads } from '../reads.ts';
import { EvidenceRef, nodeRef, StatementRef } from '../refs.ts';

/** Adds evidence and statements: where each fact comes from, and what each source says of a property. */
export function addEvidenceTypes(): void {
  EvidenceRef.implement({
    description: 'What a node, a relationship or a statement rests on.',
    fields: (t) => ({
      id: t.id({ resolve: ({ evidence }) => evidence.id }),
      of: t.id({
        description: 'Id of the node, relationship or statement that it supports.',
        resolve: ({ evidence }) => evidence.of,
      }),
      document: t.field({
        type: nodeRef('Document'),
        nullable: true,
        description: 'Null for outside evidence that is in no document of the graph.',
        ...reads({ kind: 'document' }),
        resolve: ({ document }) => document,
      }),
      basis: t.field({ type: EvidenceBasisEnum, resolve: ({ evidence }) => evidence.basis }),
      words: t.string({
        nullable: true,
        description: 'The exact words or the cell, where we may keep them.',
        resolve: ({ evidence }) => evidence.words,
      }),
      locator: t.string({
        nullable: true,
        description: 'Paragraph, page or row.',
        resolve: ({ evidence }) => evidence.locator,
      }),
      explanation: t.string({
        nullable: true,
        description: 'Where an outside or inferred fact is known from, or why.',
        resolve: ({ evidence }) => evidence.explanation,
      }),
    }),
  });
  StatementRef.implement({
    description: 'What a source says of one property. Those that do not stand are also said, or rejected.',
    fields: (t) => ({
      id: t.id({ resolve: ({ statement }) => statement.id }),
      property: t.string({ resolve: ({ statement }) => statement.property }),
      value: t.string({
        description: 'As text; dates in EDTF.',
        resolve: ({ statement }) => String(statement.value),
      }),
      valueWords: t.string({ description: 'For people.', resolve: ({ statement }) => sayValue(statement) }),
      standing: t.field({ type: StandingEnum, resolve: ({ statement }) => statement.standing }),
      reason: t.string({
        nullable: true,
        description: 'Why a curator settled it so.',
        resolve: ({ statement }) => statement.reason,
      }),
      evidence: t.field({
        type: [EvidenceRef],
        ...reads({ kind: 'evidence' }),
        resolve: ({ evidence }) => evidence ?? [],
      }),
    }),
  });
}

/** Only text that looks like a year is tried as a date, since the parser is slow. */
function sayValue({ value }: Statement): string {
  const date = typeof value === 'string' && /^\d{3}[\dX]/.test(value) ? parsePartialDate(value) : null;
  return date ? printPartialDate(date) : printValue(value);
}
