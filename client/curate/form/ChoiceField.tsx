import { useId } from 'react';
import { FieldFrame } from './FieldFrame.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly words: string }[];
  readonly says?: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, choices, says, problem, onChange } = props;
  const id = useId();
  return (
    <FieldFrame label={label} labelId={id} says={says} problem={problem}>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              name={id}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.words}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}
