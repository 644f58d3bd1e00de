import { Plus, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { FieldFrame } from '../FieldFrame.tsx';

interface ListFieldProps {
  readonly label: string;
  readonly says: string;
  readonly members: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (members: readonly string[]) => void;
}

/** A value with many members, a line for each. */
export function ListField({ label, says, members, problem, onChange }: ListFieldProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus();
  });
  return (
    <FieldFrame label={label} labelId={id} says={says} problem={problem}>
      <div ref={list} className="list-members">
        {members.map((member, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a member is known by its place alone while it is typed.
          <div key={index} className="list-member">
            <input
              className="field-input"
              type="text"
              autoComplete="off"
              aria-label={`${label}, ${index + 1}`}
              aria-invalid={problem !== undefined}
              value={member}
              onChange={(event) => onChange(members.with(index, event.target.value))}
            />
            <IconButton
              label={`Take “${member}” out of “${label}”`}
              icon={<X />}
              onClick={() => onChange(members.toSpliced(index, 1))}
            />
          </div>
        ))}
      </div>
      <Button
        look="quiet"
        icon={<Plus />}
        aria-label={`Add one to “${label}”`}
        onClick={() => {
          isAdding.current = true;
          onChange([...members, '']);
        }}
      >
        {members.length === 0 ? 'Add one' : 'Add another'}
      </Button>
    </FieldFrame>
  );
}
