import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import type { NodeType } from '../../../schema/node-types.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ShapeIcon } from '../../ui/ShapeIcon.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import type { Picked } from './picked.ts';

/** The search of the App, as a part of a form. */
export type PickBox = (props: {
  readonly label: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChoose: (picked: Picked) => void;
}) => ReactNode;

interface PickFieldProps {
  readonly label: string;
  readonly says?: string;
  /** Which types may be picked. */
  readonly types: readonly NodeType[];
  readonly picked: readonly Picked[];
  /** Whether several may be picked. */
  readonly many?: boolean;
  readonly problem?: string | undefined;
  readonly box: PickBox;
  /** What is selected on the canvas, offered where its type fits. */
  readonly selected: Picked | null;
  readonly onChange: (picked: readonly Picked[]) => void;
}

/** Nodes that belong into a field: searched for, or taken from the canvas. */
export function PickField(props: PickFieldProps) {
  const { label, says, types, picked, many = false, problem, box, selected, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const isOpen = many || picked.length === 0;
  const add = (next: Picked) => {
    if (picked.some((each) => each.id === next.id)) return;
    onChange(many ? [...picked, next] : [next]);
  };
  const fits = (node: Picked) => types.includes(node.type);
  const offered = selected && isOpen && fits(selected) && !picked.some((each) => each.id === selected.id);
  const misfit = picked.find((each) => !fits(each));
  return (
    <FieldFrame
      label={label}
      labelId={id}
      says={says}
      problem={misfit ? `A ${nodeTypes[misfit.type].words.one} cannot stand here.` : problem}
    >
      {picked.map((node) => (
        <p key={node.id} className="picked">
          <ShapeIcon
            shape={nodeTypes[node.type].look.shape}
            tone={`--tone-${nodeTypes[node.type].look.tone}`}
          />
          <span className={node.type === 'Quote' ? 'picked-name picked-quote' : 'picked-name'}>
            {node.name}
          </span>
          <IconButton
            label={`Take ${node.name} out of “${label}”`}
            icon={<X />}
            onClick={() => onChange(picked.filter((each) => each.id !== node.id))}
          />
        </p>
      ))}
      {isOpen && box({ label: `${label}: search`, inputRef: input, onChoose: add })}
      {offered && (
        <Button look="quiet" onClick={() => add(selected)}>
          Take what is selected: {selected.name}
        </Button>
      )}
    </FieldFrame>
  );
}
