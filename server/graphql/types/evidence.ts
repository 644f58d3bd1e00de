import type { StatementTree } from '../../store/read-plan.ts';
import { EvidenceBasisEnum } from '../enums.ts';
import { statementFields } from '../fields/statement-facts.ts';
import { reads } from '../plan/reads.ts';
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
      ...statementFields(t, ({ statement }: StatementTree) => statement),
      evidence: t.field({
        type: [EvidenceRef],
        ...reads({ kind: 'evidence' }),
        resolve: ({ evidence }) => evidence ?? [],
      }),
    }),
  });
}
