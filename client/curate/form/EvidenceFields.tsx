import type { EvidenceBasis } from '../../../schema/records.ts';
import { ChoiceField } from './ChoiceField.tsx';
import type { EvidenceDraft, EvidenceProblems } from './evidence-draft.ts';
import { type PickBox, PickField } from './PickField.tsx';
import type { Picked } from './picked.ts';
import { TextField } from './TextField.tsx';

interface EvidenceFieldsProps {
  readonly draft: EvidenceDraft;
  readonly problems: EvidenceProblems;
  readonly box: PickBox;
  readonly selected: Picked | null;
  /** Whether the exact words are asked for; of a quote they are its text. */
  readonly withWords?: boolean;
  readonly onChange: (part: Partial<EvidenceDraft>) => void;
}

const bases = [
  { value: 'stated', words: 'The document says so' },
  { value: 'inferred', words: 'It follows from it' },
  { value: 'outside', words: 'Known from elsewhere' },
] as const satisfies readonly { readonly value: EvidenceBasis; readonly words: string }[];

/** Document, place in it, its words, and how it supports what is said. */
export function EvidenceFields(props: EvidenceFieldsProps) {
  const { draft, problems, box, selected, withWords = false, onChange } = props;
  return (
    <>
      <PickField
        label="Document"
        types={['Document']}
        picked={draft.document}
        problem={problems.document}
        box={box}
        selected={selected}
        onChange={(document) => onChange({ document })}
      />
      <TextField
        label="Where in it"
        says="Paragraph, page or row, as “paragraph 2”."
        value={draft.locator}
        problem={problems.locator}
        onChange={(locator) => onChange({ locator })}
      />
      {withWords && (
        <TextField
          label="Its exact words"
          says="As they are printed, or the cell of a table; may be left empty."
          value={draft.words}
          problem={problems.words}
          lines={2}
          isQuotation
          onChange={(words) => onChange({ words })}
        />
      )}
      <ChoiceField
        label="How it is known"
        choices={bases}
        value={draft.basis}
        onChange={(basis) => onChange({ basis })}
      />
      {draft.basis !== 'stated' && (
        <TextField
          label={draft.basis === 'inferred' ? 'Why it follows' : 'Where it is known from'}
          value={draft.explanation}
          problem={problems.explanation}
          lines={2}
          onChange={(explanation) => onChange({ explanation })}
        />
      )}
    </>
  );
}
