import { nodeTypes } from '../../schema/node-types.ts';
import { sayFailure } from '../api/failures.ts';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import { MarkedText } from './MarkedText.tsx';
import { optionId } from './option-id.ts';
import type { Suggestion, Suggestions } from './use-suggestions.ts';

interface ResultsProps {
  readonly id: string;
  readonly suggestions: Extract<Suggestions, { kind: 'asked' }>;
  readonly current: Suggestion | undefined;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** What was found, one option below the other, or why there is none. */
export function Results({ id, suggestions, current, onChoose }: ResultsProps) {
  const { state } = suggestions;
  if (state.kind === 'loading') return <p className="search-note">Searching …</p>;
  if (state.kind === 'failure') return <p className="search-note">{sayFailure(state.failure).title}.</p>;
  if (state.value.length === 0)
    return (
      <p className="search-note" role="status">
        Nothing found for “{suggestions.for}”. Try fewer words, or a name.
      </p>
    );
  const areNear = state.value.every(({ name, also }) => !hasPrefix(suggestions.for, name.text, also?.text));
  return (
    <>
      {areNear && (
        <p className="search-note" role="status">
          Nothing found for “{suggestions.for}”. Near matches:
        </p>
      )}
      <div id={id} role="listbox" aria-label="Suggestions" className="search-list">
        {state.value.map((suggestion) => (
          <Option
            key={suggestion.id}
            list={id}
            suggestion={suggestion}
            isCurrent={suggestion === current}
            onChoose={onChoose}
          />
        ))}
      </div>
    </>
  );
}

interface OptionProps {
  readonly list: string;
  readonly suggestion: Suggestion;
  readonly isCurrent: boolean;
  readonly onChoose: (suggestion: Suggestion) => void;
}

function Option({ list, suggestion, isCurrent, onChoose }: OptionProps) {
  const { look, words } = nodeTypes[suggestion.type];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the box points at the current option, which has no focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box.
    <div
      id={optionId(list, suggestion)}
      role="option"
      aria-selected={isCurrent}
      className="search-option"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(suggestion)}
    >
      <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
      <span className={suggestion.type === 'Quote' ? 'search-name search-quote' : 'search-name'}>
        <MarkedText {...suggestion.name} />
        {suggestion.also && (
          <span className="search-also">
            <MarkedText {...suggestion.also} />
          </span>
        )}
      </span>
      <span className="search-type">{words.one}</span>
    </div>
  );
}

/** Whether a word of the text begins with the first word asked for; the server forgives one typing error. */
function hasPrefix(query: string, ...texts: readonly (string | undefined)[]): boolean {
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const [first = ''] = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return texts.some((text) =>
    fold(text ?? '')
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(first)),
  );
}
