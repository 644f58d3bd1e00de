import { useState } from 'react';
import { saveLinkQuote } from '../../api/curating/link-quote.ts';
import { useDraft } from '../draft/use-draft.ts';
import type { PickBox } from '../form/PickField.tsx';
import type { Picked } from '../form/picked.ts';
import type { SideRow } from '../form/side-rows.ts';
import { TextField } from '../form/TextField.tsx';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { makeKey } from '../save/make-key.ts';
import { SaveFoot } from '../save/SaveFoot.tsx';
import { type Saved, useSaving } from '../save/use-saving.ts';
import { inputOfDraft } from './input-of-draft.ts';
import { LinkQuoteForm } from './LinkQuoteForm.tsx';
import {
  checkLinkDraft,
  emptyLinkDraft,
  type LinkDraft,
  type LinkedQuote,
  readLinkDraft,
} from './link-draft.ts';
import { listLinks, listRows } from './list-links.ts';

interface LinkQuotePanelProps {
  /** The name of the draft. */
  readonly name: string;
  readonly of: LinkedQuote;
  readonly given: Partial<LinkDraft>;
  readonly box: PickBox;
  readonly selected: Picked | null;
  readonly onSaved: (saved: Saved) => void;
  readonly onClose: () => void;
}

/** Links a quote, new or there already, to its speaker, its subject and its document, as one change. */
export function LinkQuotePanel({
  name,
  of: opened,
  given,
  box,
  selected,
  onSaved,
  onClose,
}: LinkQuotePanelProps) {
  const [empty] = useState(() => emptyLinkDraft(given, makeKey()));
  const [of, setOf] = useState(opened);
  const [isTried, setTried] = useState(false);
  const { draft, wasKept, change, drop } = useDraft({ name, empty, parse: readLinkDraft });
  const { saving, save, reset } = useSaving((saved) => {
    drop();
    onSaved(saved);
  });
  const problems = isTried ? checkLinkDraft(draft, of) : {};
  const submit = () => {
    setTried(true);
    if (Object.keys(checkLinkDraft(draft, of)).length === 0)
      void save(() => saveLinkQuote(inputOfDraft(draft, of)));
  };
  return (
    <form
      className="form"
      aria-label={of.kind === 'new' ? 'Add a quote' : 'Link the quote'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{of.kind === 'new' ? 'Add a quote' : 'Link this quote'}</h2>
      {wasKept && (
        <p className="form-note">This is what you began to write before; it was kept in this browser.</p>
      )}
      {saving.kind === 'conflict' && of.kind === 'existing' && (
        <ConflictNotice
          conflict={saving}
          mine={sayDraft(draft)}
          theirs={listLinks}
          onKeepMine={() => {
            setOf({ ...of, version: saving.version });
            // Another change of another version: the key of the first try does not stand for it.
            change({ idempotencyKey: makeKey() });
            reset();
          }}
          onTakeTheirs={() => {
            drop();
            onClose();
          }}
        />
      )}
      <LinkQuoteForm
        of={of}
        draft={draft}
        problems={problems}
        box={box}
        selected={selected}
        onChange={change}
      />
      <div className="form-group">
        <TextField
          label="Why"
          says="It stands in the history beside your name."
          value={draft.reason}
          problem={problems.reason}
          onChange={(reason) => change({ reason })}
        />
      </div>
      <SaveFoot
        saving={saving}
        words={of.kind === 'new' ? 'Add and link the quote' : 'Link the quote'}
        unfinished={Object.keys(problems).length}
        onDiscard={() => {
          drop();
          onClose();
        }}
      />
    </form>
  );
}

/** What the curator is about to say, in the lines of `listLinks`. */
function sayDraft({ speaker, about, document, saidOn }: LinkDraft): readonly SideRow[] {
  const names = (picked: readonly Picked[]) => picked.map(({ name: each }) => each);
  return listRows(names(speaker), saidOn, names(about), names(document));
}
