import { parsePartialDate } from '../../../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../../../schema/partial-date.ts';
import { ChoiceField } from '../ChoiceField.tsx';
import { TextField } from '../TextField.tsx';
import type { EditableProperty } from './editable-properties.ts';
import { ListField } from './ListField.tsx';
import type { FieldValue } from './value-text.ts';

interface ValueFieldProps {
  readonly property: EditableProperty;
  readonly value: FieldValue;
  readonly problem: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** The field of one property, by its kind in the table. */
export function ValueField({ property, value, problem, onChange }: ValueFieldProps) {
  const { name, kind, label, says, suggestions, choices } = property;
  if (typeof value !== 'string')
    return (
      <ListField
        label={label}
        says={kind === 'dates' ? `${says} ${DATES_LOOK}` : says}
        members={value}
        problem={problem}
        onChange={onChange}
      />
    );
  if (choices.length > 0) {
    // A word from before the vocabulary was closed stays a choice.
    const known = value === '' || choices.includes(value) ? choices : [...choices, value];
    return (
      <ChoiceField
        label={label}
        says={says}
        problem={problem}
        value={value}
        choices={[...known.map((word) => ({ value: word, words: word })), { value: '', words: 'not known' }]}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      label={label}
      says={kind === 'date' || kind === 'dateOrDuration' ? `${says} ${sayDate(value)}` : says}
      value={value}
      problem={problem}
      {...(suggestions.length > 0 && { suggestions })}
      lines={kind === 'longText' ? 3 : 1}
      isQuotation={name === 'text'}
      onChange={onChange}
    />
  );
}

const DATES_LOOK = 'A day, a month or a year, as 2018-03-28, 2018-03 or 2018-03~ (about).';

/** How a date is written, or how the one that was typed is understood. */
function sayDate(typed: string): string {
  const date = parsePartialDate(typed.trim());
  return date ? `Read as ${printPartialDate(date)}.` : DATES_LOOK;
}
