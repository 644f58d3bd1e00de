import type { EvidenceBasis } from '../../../schema/records.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { type PickBox, PickField } from './PickField.tsx';
import type { Picked } from './picked.ts';
import { TextField } from './TextField.tsx';

/** What a fact rests on, as it is typed. */
interface EvidenceDraft {
  readonly document: readonly Picked[];
  readonly locator: string;
  readonly basis: EvidenceBasis;
  readonly explanation: string;
}

interface EvidenceFieldsProps {
  readonly draft: EvidenceDraft;
  readonly problems: Partial<Record<keyof EvidenceDraft, string>>;
  readonly box: PickBox;
  readonly selected: Picked | null;
  readonly onChange: (part: Partial<EvidenceDraft>) => void;
}

const bases = [
  { value: 'stated', words: 'The document says so' },
  { value: 'inferred', words: 'It follows from it' },
  { value: 'outside', words: 'Known from elsewhere' },
] as const satisfies readonly { readonly value: EvidenceBasis; readonly words: string }[];

/** Document, place in it, and how it supports what is said. */
export function EvidenceFields({ draft, problems, box, selected, onChange }: EvidenceFieldsProps) {
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
        onChange={(locator) => onChange({ locator })}
      />
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
