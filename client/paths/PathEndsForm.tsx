import { ArrowUpDown, X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { nodeTypes } from '../../schema/node-types.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import type { PathEnd, PathEnds } from './found-path.ts';

/** The search of the App, for one end. */
export type EndBox = (props: {
  readonly label: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChoose: (end: PathEnd) => void;
}) => ReactNode;

interface PathEndsFormProps {
  readonly ends: PathEnds;
  readonly endBox: EndBox;
  readonly onChange: (ends: PathEnds) => void;
}

/** Where paths begin and end; an end that is not chosen is a search box, which takes the focus. */
export function PathEndsForm({ ends, endBox, onChange }: PathEndsFormProps) {
  const { from, to } = ends;
  const [fromBox, toBox] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const wanting = from === null ? 'from' : to === null ? 'to' : null;
  useEffect(() => {
    if (wanting === 'from') fromBox.current?.focus();
    if (wanting === 'to') toBox.current?.focus();
  }, [wanting, fromBox, toBox]);
  return (
    <div className="path-ends">
      {from ? (
        <ChosenEnd words="From" end={from} onClear={() => onChange({ ...ends, from: null })} />
      ) : (
        endBox({
          label: 'From: search for the start',
          inputRef: fromBox,
          onChoose: (end) => onChange({ ...ends, from: end }),
        })
      )}
      {to ? (
        <ChosenEnd words="To" end={to} onClear={() => onChange({ ...ends, to: null })} />
      ) : (
        endBox({
          label: 'To: search for the end',
          inputRef: toBox,
          onChoose: (end) => onChange({ ...ends, to: end }),
        })
      )}
      {from && to && (
        <Button
          look="quiet"
          icon={<ArrowUpDown aria-hidden="true" />}
          onClick={() => onChange({ from: to, to: from })}
        >
          Read from the other end
        </Button>
      )}
    </div>
  );
}

interface ChosenEndProps {
  readonly words: 'From' | 'To';
  readonly end: PathEnd;
  readonly onClear: () => void;
}

function ChosenEnd({ words, end: { type, name }, onClear }: ChosenEndProps) {
  const { look } = nodeTypes[type];
  return (
    <p className="path-end">
      <span className="path-end-word">{words}</span>
      <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
      <span className={type === 'Quote' ? 'path-name path-quote' : 'path-name'}>{name}</span>
      <IconButton
        label={words === 'From' ? 'Choose another start' : 'Choose another end'}
        icon={<X />}
        onClick={onClear}
      />
    </p>
  );
}
