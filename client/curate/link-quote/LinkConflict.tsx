import { parseNodeId } from '../../../schema/ids.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { Loaded } from '../save/Loaded.tsx';
import { useCurrent } from '../save/use-current.ts';
import type { Saving } from '../save/use-saving.ts';
import type { LinkDraft, LinkedQuote } from './link-draft.ts';
import { listLinks, listRows } from './list-links.ts';

interface LinkConflictProps {
  readonly of: LinkedQuote;
  readonly draft: LinkDraft;
  readonly conflict: Extract<Saving, { kind: 'conflict' }>;
  readonly onKeepMine: () => void;
  /** The links of the draft are to go to the quote that is there. */
  readonly onLinkThat: (quote: LinkedQuote) => void;
  readonly onDiscard: () => void;
}

/** Somebody changed the quote meanwhile, or has added the same words: both sides, and what can be done. */
export function LinkConflict({ of, draft, conflict, onKeepMine, onLinkThat, onDiscard }: LinkConflictProps) {
  const current = useCurrent(parseNodeId(conflict.record));
  const mine = sayDraft(draft);
  if (of.kind === 'existing')
    return (
      <ConflictNotice
        conflict={conflict}
        mine={mine}
        theirs={<Loaded state={current}>{(detail) => <SideRows rows={listLinks(detail)} />}</Loaded>}
        says="Yours is added to theirs where both can stand. Look at both sides, then save again, or let yours go."
        onKeepMine={onKeepMine}
        onTakeTheirs={onDiscard}
      />
    );
  return (
    <ConflictNotice
      conflict={conflict}
      mine={[['words', draft.text.trim()], ...mine]}
      theirs={
        <Loaded state={current}>
          {(detail) => <SideRows rows={[['words', textOf(detail)], ...listLinks(detail)]} />}
        </Loaded>
      }
      says="Where both are the same words, link the quote that is there: what you chose goes to it. Else add yours beside it."
      making={{
        title: 'A quote with these words is there already',
        keep: 'Mine is another',
        take: 'Link that one instead',
      }}
      onKeepMine={onKeepMine}
      onTakeTheirs={() => current.kind === 'loaded' && onLinkThat(asLinked(current.value))}
    />
  );
}

function textOf({ node }: NodeDetail): string {
  return node.record.properties.text ?? '';
}

function asLinked(detail: NodeDetail): LinkedQuote {
  const { id, type, version, properties } = detail.node.record;
  return {
    kind: 'existing',
    quote: { id, type, name: properties.name },
    version,
    text: textOf(detail),
  };
}

/** What the curator is about to say, in the lines of `listLinks`. */
function sayDraft({ speaker, about, document, saidOn }: LinkDraft): readonly SideRow[] {
  const names = (picked: LinkDraft['speaker']) => picked.map(({ name: each }) => each);
  return listRows(names(speaker), saidOn, names(about), names(document));
}
