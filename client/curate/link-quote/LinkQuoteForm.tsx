import { relationshipTypes } from '../../../schema/relationship-types.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { EvidenceFields } from '../form/EvidenceFields.tsx';
import { type PickBox, PickField } from '../form/PickField.tsx';
import type { Picked } from '../form/picked.ts';
import { TextField } from '../form/TextField.tsx';
import { LinkedNow } from './LinkedNow.tsx';
import {
  type Capacity,
  capacityOf,
  type LinkDraft,
  type LinkedQuote,
  type LinkProblems,
} from './link-draft.ts';
import { SpeakerPosts } from './SpeakerPosts.tsx';

interface LinkQuoteFormProps {
  readonly of: LinkedQuote;
  readonly draft: LinkDraft;
  readonly problems: LinkProblems;
  readonly box: PickBox;
  readonly selected: Picked | null;
  readonly onChange: (part: Partial<LinkDraft>) => void;
}

const capacityChoices = [
  { value: 'person', words: 'As a person' },
  { value: 'organisation', words: 'For the organisation' },
  { value: 'report', words: 'In a report' },
] as const satisfies readonly { readonly value: Capacity; readonly words: string }[];

/** All that a quote is linked by: its words, who said it, what it is about, where it stands. */
export function LinkQuoteForm({ of, draft, problems, box, selected, onChange }: LinkQuoteFormProps) {
  const [speaker = null] = draft.speaker;
  return (
    <>
      <div className="form-group">
        <h3>The words</h3>
        {of.kind === 'existing' ? (
          <>
            <blockquote
              className="linked-quote"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long quote scrolls, by keyboard, too.
              tabIndex={0}
            >
              “{of.text}”
            </blockquote>
            <LinkedNow id={of.quote.id} />
          </>
        ) : (
          <>
            <TextField
              label="Exact words"
              says="Without the quotation marks. They are never changed later: a correction is a new version."
              value={draft.text}
              problem={problems.text}
              lines={3}
              isQuotation
              onChange={(text) => onChange({ text })}
            />
            <TextField
              label="Speaker as printed"
              says="How the document names the speaker, as “a spokesman”."
              value={draft.attributionAsPrinted}
              onChange={(attributionAsPrinted) => onChange({ attributionAsPrinted })}
            />
          </>
        )}
      </div>
      <div className="form-group">
        <h3>Who said it, and when</h3>
        <PickField
          label="Speaker"
          types={relationshipTypes.SAID.from}
          picked={draft.speaker}
          problem={problems.speaker}
          box={box}
          selected={selected}
          onChange={(next) => onChange({ speaker: next, as: capacityOf(next[0] ?? null) })}
        />
        <TextField
          label="Said on"
          says="A day, a month or a year, as 2018-03-28; left empty, the date of the document counts."
          value={draft.saidOn}
          problem={problems.saidOn}
          onChange={(saidOn) => onChange({ saidOn })}
        />
        {speaker && <SpeakerPosts speaker={speaker} on={draft.saidOn} />}
        {speaker && (
          <ChoiceField
            label="Spoke"
            choices={capacityChoices}
            value={draft.as}
            onChange={(as) => onChange({ as })}
          />
        )}
        <PickField
          label="Passed on by"
          says="Who relayed the words, where the document has them at second hand."
          types={relationshipTypes.RELAYED_BY.to}
          picked={draft.relayedBy}
          box={box}
          selected={selected}
          onChange={(relayedBy) => onChange({ relayedBy })}
        />
      </div>
      <div className="form-group">
        <h3>What it is about</h3>
        <PickField
          label="Inspection, judgement, body or person"
          types={relationshipTypes.ABOUT.to}
          picked={draft.about}
          problem={problems.about}
          many
          box={box}
          selected={selected}
          onChange={(about) => onChange({ about })}
        />
      </div>
      <div className="form-group">
        <h3>Where it stands</h3>
        <EvidenceFields draft={draft} problems={problems} box={box} selected={selected} onChange={onChange} />
      </div>
    </>
  );
}
