import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { type NodeType, nodeTypes } from '../../../schema/node-types.ts';
import {
  isPlainLook,
  plainLook,
  type TypeLook,
  toneChoices,
  typeSizes,
} from '../../exploration/type-looks.ts';
import { ShapeIcon } from '../../ui/ShapeIcon.tsx';
import './style-editor.css';

interface StyleEditorProps {
  readonly type: NodeType;
  /** The type in words, as its row says them. */
  readonly words: string;
  readonly look: TypeLook | undefined;
  readonly onChange: (look: TypeLook) => void;
  readonly onClose: () => void;
}

/** It opens below its row, which may be the last in sight. */
function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** Colour and size of a type. Its shape stays, which tells types apart where colours cannot. */
export function StyleEditor({ type, words, look = plainLook, onChange, onClose }: StyleEditorProps) {
  const name = useId();
  const { shape } = nodeTypes[type].look;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <fieldset
      ref={bringIntoSight}
      className="style-editor"
      aria-label={`Colour and size: ${words}`}
      onKeyDown={press}
    >
      <fieldset>
        <legend>Colour</legend>
        <div className="style-tones">
          {[null, ...toneChoices].map((tone) => (
            <label key={tone ?? 'own'} className="style-tone" title={tone ?? 'as at first'}>
              <input
                type="radio"
                className="visually-hidden"
                name={`${name}-tone`}
                checked={look.tone === tone}
                onChange={() => onChange({ ...look, tone })}
              />
              {tone ? (
                <ShapeIcon shape={shape} tone={`--choice-${tone}`} />
              ) : (
                <RotateCcw aria-hidden="true" className="style-own" />
              )}
              <span className="visually-hidden">{tone ?? 'as at first'}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Size</legend>
        <div className="style-sizes">
          {typeSizes.map((size) => (
            <label key={size} className="style-size">
              <input
                type="radio"
                className="visually-hidden"
                name={`${name}-size`}
                checked={look.size === size}
                onChange={() => onChange({ ...look, size })}
              />
              {size}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="style-ends">
        <button
          type="button"
          className="text-button"
          disabled={isPlainLook(look)}
          onClick={() => onChange(plainLook)}
        >
          Reset
        </button>
        <button type="button" className="text-button" onClick={onClose}>
          Done
        </button>
      </div>
    </fieldset>
  );
}
