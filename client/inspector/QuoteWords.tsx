import { useState } from 'react';
import { Button } from '../ui/Button.tsx';

/**
 * The words of a quote, in the serif. Long ones are folded to their first lines, so that who said them, about what and
 * where is seen without scrolling; all of it is one click away.
 */
export function QuoteWords({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  const length = lengthOf(text);
  return (
    <>
      <blockquote className="quote-words" data-length={length} data-folded={length === 'long' && !open}>
        {text.split(/\n{2,}/).map((paragraph, index, all) => (
          <p key={paragraph}>
            {index === 0 && '“'}
            {paragraph}
            {index === all.length - 1 && '”'}
          </p>
        ))}
      </blockquote>
      {length === 'long' && (
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show its first lines only' : 'Show all of the quote'}
        </Button>
      )}
    </>
  );
}

/** The fewer the words, the larger they stand. */
function lengthOf(text: string): 'short' | 'middling' | 'long' {
  if (text.length < 140) return 'short';
  return text.length < 420 ? 'middling' : 'long';
}
