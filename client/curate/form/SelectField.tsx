import { useId } from 'react';
import { FieldFrame } from './FieldFrame.tsx';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly words: string }[];
  readonly says?: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of many, in a list that opens. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, choices, says, problem, onChange } = props;
  const id = useId();
  const labelId = `${id}-label`;
  return (
    <FieldFrame label={label} labelId={labelId} htmlFor={id} says={says} problem={problem}>
      <select
        id={id}
        className="field-input"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${labelId}-problem` : undefined}
        onChange={(event) => {
          const next = choices.find((choice) => choice.value === event.target.value);
          if (next) onChange(next.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
