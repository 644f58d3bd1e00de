import { Search } from 'lucide-react';
import { type KeyboardEvent, memo, type RefObject, Suspense, useEffect, useId, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { lazyPart } from '../api/lazy-part.ts';
import { optionId } from './option-id.ts';
import './search.css';
import { type Suggestion, type Suggestions, useSuggestions } from './use-suggestions.ts';

const Results = lazyPart(() => import('./Results.tsx').then((part) => part.Results));

interface SearchBoxProps {
  /** So that the key for searching can focus it from anywhere. */
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChoose: (id: NodeId, suggestion: Suggestion) => void;
  /** What it is for, where it is not the box of the page: then its suggestions stand below it in the flow. */
  readonly label?: string;
}

/** One box over all types, by the combobox pattern of ARIA 1.2: the focus stays in the box, the arrows choose. */
export const SearchBox = memo(function SearchBox({ inputRef, onChoose, label }: SearchBoxProps) {
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
        onFocus={() => {
          Results.ahead();
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {!label && <kbd className="key search-key">/</kbd>}
      {isOpen && suggestions.kind === 'asked' && (
        <div className="search-results">
          <Suspense fallback={<p className="search-note">Searching …</p>}>
            <Results id={list} suggestions={suggestions} current={current} onChoose={choose} />
          </Suspense>
        </div>
      )}
    </div>
  );
});

function foundIn(suggestions: Suggestions): readonly Suggestion[] {
  return suggestions.kind === 'asked' && suggestions.state.kind === 'loaded' ? suggestions.state.value : [];
}

/** Enter must not choose what was found for words that have changed since. */
function isFor(suggestions: Suggestions, typed: string): boolean {
  return (
    suggestions.kind === 'asked' && suggestions.state.kind === 'loaded' && suggestions.for === typed.trim()
  );
}
