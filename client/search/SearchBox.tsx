import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { sayFailure } from '../api/failures.ts';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import { MarkedText } from './MarkedText.tsx';
import './search.css';
import { type Suggestion, type Suggestions, useSuggestions } from './use-suggestions.ts';

interface SearchBoxProps {
  /** So that the key for searching can focus it from anywhere. */
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChoose: (id: NodeId, suggestion: Suggestion) => void;
  /** What it is for, where it is not the box of the page: then its suggestions stand below it in the flow. */
  readonly label?: string;
}

/** One box over all types, by the combobox pattern of ARIA 1.2: the focus stays in the box, the arrows choose. */
export function SearchBox({ inputRef, onChoose, label }: SearchBoxProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useId();
  const suggestions = useSuggestions(typed);
  const found = foundIn(suggestions);
  // Enter came before the answer: then the first suggestion is chosen when it is there.
  const [isAwaited, setAwaited] = useState(false);
  const current = isOpen ? found[Math.min(active, found.length - 1)] : undefined;

  const choose = (suggestion: Suggestion) => {
    setOpen(false);
    setTyped('');
    inputRef.current?.blur();
    onChoose(suggestion.id, suggestion);
  };
  const answered = isAwaited && isFor(suggestions, typed) ? found[0] : undefined;
  useEffect(() => {
    if (!answered) return;
    setAwaited(false);
    choose(answered);
  });
  const move = (event: KeyboardEvent, to: number) => {
    event.preventDefault();
    setOpen(true);
    if (found.length > 0) setActive((to + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(event, isOpen ? active + 1 : 0);
    else if (event.key === 'ArrowUp') move(event, active - 1);
    else if (event.key === 'Enter') {
      if (current && isFor(suggestions, typed)) choose(current);
      else setAwaited(typed.trim() !== '');
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (isOpen && typed !== '') setOpen(false);
      else if (typed !== '') setTyped('');
      else inputRef.current?.blur();
    }
  };

  return (
    <div className={label ? 'search search-inline' : 'search'}>
      <Search className="search-icon" aria-hidden="true" />
      <input
        ref={inputRef}
        className="search-input"
        type="text"
        role="combobox"
        aria-label={label ?? 'Search people, bodies, inspections, quotes'}
        aria-expanded={isOpen && suggestions.kind === 'asked'}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(list, current) : undefined}
        placeholder={label ?? 'Search people, bodies, inspections, quotes'}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAwaited(false);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {!label && <kbd className="key search-key">/</kbd>}
      {isOpen && suggestions.kind === 'asked' && (
        <div className="search-results">
          <Results id={list} suggestions={suggestions} current={current} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

interface ResultsProps {
  readonly id: string;
  readonly suggestions: Extract<Suggestions, { kind: 'asked' }>;
  readonly current: Suggestion | undefined;
  readonly onChoose: (suggestion: Suggestion) => void;
}

function Results({ id, suggestions, current, onChoose }: ResultsProps) {
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

function optionId(list: string, { id }: Suggestion): string {
  return `${list}-${id.replaceAll('/', '-')}`;
}

function foundIn(suggestions: Suggestions): readonly Suggestion[] {
  return suggestions.kind === 'asked' && suggestions.state.kind === 'loaded' ? suggestions.state.value : [];
}

/** Enter must not choose what was found for words that have changed since. */
function isFor(suggestions: Suggestions, typed: string): boolean {
  return (
    suggestions.kind === 'asked' && suggestions.state.kind === 'loaded' && suggestions.for === typed.trim()
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
