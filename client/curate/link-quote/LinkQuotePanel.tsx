import { useState } from 'react';
import { saveLinkQuote } from '../../api/curating/link-quote.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { withSeen } from '../save/seen.ts';
import { inputOfDraft } from './input-of-draft.ts';
import { LinkConflict } from './LinkConflict.tsx';
import { LinkQuoteForm } from './LinkQuoteForm.tsx';
import {
  checkLinkDraft,
  emptyLinkDraft,
  type LinkDraft,
  type LinkedQuote,
  type LinkField,
  placeInLinkForm,
  readLinkDraft,
} from './link-draft.ts';

interface LinkQuotePanelProps extends TaskFormProps {
  readonly of: LinkedQuote;
  readonly given: Partial<LinkDraft>;
}

/** Links a quote, new or there already, to its speaker, its subject and its document, as one change. */
export function LinkQuotePanel({ of: opened, given, box, selected, ...rest }: LinkQuotePanelProps) {
  const [of, setOf] = useState(opened);
  const form = useCurateForm<LinkDraft, LinkField>({
    ...rest,
    begin: (key) => emptyLinkDraft(given, key),
    read: readLinkDraft,
    check: (draft) => checkLinkDraft(draft, of),
    send: (draft) => saveLinkQuote(inputOfDraft(draft, of)),
    place: placeInLinkForm,
  });
  const { draft, problems, saving, change } = form;
  const isNew = of.kind === 'new';
  return (
    <CurateForm
      form={form}
      title={isNew ? 'Add a quote' : 'Link this quote'}
      label={isNew ? 'Add a quote' : 'Link the quote'}
      words={isNew ? 'Add and link the quote' : 'Link the quote'}
      conflict={
        saving.kind === 'conflict' && (
          <LinkConflict
            of={of}
            draft={draft}
            conflict={saving}
            onKeepMine={() => {
              if (of.kind === 'existing') setOf({ ...of, version: saving.version });
              form.rebase({ seen: withSeen(draft.seen, saving) });
            }}
            onLinkThat={(quote) => {
              setOf(quote);
              form.rebase({});
            }}
            onDiscard={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <LinkQuoteForm
        of={of}
        draft={draft}
        problems={problems}
        box={box}
        selected={selected}
        onChange={change}
      />
    </CurateForm>
  );
}
