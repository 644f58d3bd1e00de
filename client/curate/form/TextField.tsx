import { useId } from 'react';
import { FieldFrame } from './FieldFrame.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly says?: string;
  readonly problem?: string | undefined;
  /** More than one makes it a box of so many lines. */
  readonly lines?: number;
  /** Words of a source stand in the serif of quotations. */
  readonly isQuotation?: boolean;
  readonly suggestions?: readonly string[];
  /** Shown as dots, and not kept by the browser. */
  readonly isSecret?: boolean;
  readonly onChange: (value: string) => void;
}

/** A line or a box of text. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    says,
    problem,
    lines = 1,
    isQuotation = false,
    isSecret = false,
    suggestions,
    onChange,
  } = props;
  const id = useId();
  const labelId = `${id}-label`;
  const common = {
    id,
    value,
    className: isQuotation ? 'field-input field-quotation' : 'field-input',
    'aria-invalid': problem !== undefined,
    'aria-describedby':
      [says && `${labelId}-says`, problem && `${labelId}-problem`].filter(Boolean).join(' ') || undefined,
  };
  return (
    <FieldFrame label={label} labelId={labelId} htmlFor={id} says={says} problem={problem}>
      {lines > 1 ? (
        <textarea {...common} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          type={isSecret ? 'password' : 'text'}
          autoComplete="off"
          list={suggestions ? `${id}-list` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
