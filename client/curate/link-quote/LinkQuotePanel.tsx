import { useState } from 'react';
import { saveLinkQuote } from '../../api/curating/link-quote.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { Loaded } from '../save/Loaded.tsx';
import { useCurrent } from '../save/use-current.ts';
import { inputOfDraft } from './input-of-draft.ts';
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
import { listLinks, listRows } from './list-links.ts';

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
        saving.kind === 'conflict' &&
        of.kind === 'existing' && (
          <ConflictNotice
            conflict={saving}
            mine={sayDraft(draft)}
            theirs={<LinksNow of={of} />}
            says="Yours is added to theirs where both can stand. Look at both sides, then save again, or let yours go."
            onKeepMine={() => {
              setOf({ ...of, version: saving.version });
              form.rebase({});
            }}
            onTakeTheirs={form.discard}
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

function LinksNow({ of }: { readonly of: Extract<LinkedQuote, { kind: 'existing' }> }) {
  const current = useCurrent(of.quote.id);
  return <Loaded state={current}>{(detail) => <SideRows rows={listLinks(detail)} />}</Loaded>;
}

/** What the curator is about to say, in the lines of `listLinks`. */
function sayDraft({ speaker, about, document, saidOn }: LinkDraft): readonly SideRow[] {
  const names = (picked: LinkDraft['speaker']) => picked.map(({ name: each }) => each);
  return listRows(names(speaker), saidOn, names(about), names(document));
}
