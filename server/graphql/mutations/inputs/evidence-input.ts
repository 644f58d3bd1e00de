import type { EvidenceInput } from '../../../edits/drafts/read-evidence.ts';
import { builder } from '../../builder.ts';
import { EvidenceBasisEnum } from '../../enums.ts';

/** What a fact rests on, as a client gives it. */
export const EvidenceInputRef = builder.inputRef<EvidenceInput>('EvidenceInput');

export function addEvidenceInput(): void {
  EvidenceInputRef.implement({
    description:
      'What a fact rests on. Stated evidence names its document; inferred or outside evidence says in `explanation` why, or where it is known from.',
    fields: (t) => ({
      document: t.id({ description: 'Id of a document of the graph.' }),
      locator: t.string({ description: 'Paragraph, page or row.' }),
      words: t.string({ description: 'The exact words, or the cell.' }),
      basis: t.field({ type: EvidenceBasisEnum, description: 'STATED if left out.' }),
      explanation: t.string(),
    }),
  });
}
