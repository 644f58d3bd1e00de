import type { ReactNode } from 'react';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CurateForm } from '../form/CurateForm.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import type { Question } from './list-questions.ts';
import { SideChoices } from './SideChoices.tsx';
import {
  checkSettleDraft,
  emptySettleDraft,
  outcomeOf,
  readSettleDraft,
  type SettleDraft,
  saveVerdict,
  sayStanding,
  type Verdict,
} from './settle-draft.ts';

interface SettleFormProps extends TaskFormProps {
  readonly question: Question;
  /** Chooses what is settled, where there are several. */
  readonly chooser: ReactNode;
}

/** Both sides of one question with their sources, the verdict on one of them, and why. */
export function SettleForm({ question, chooser, ...rest }: SettleFormProps) {
  const form = useCurateForm<SettleDraft, 'chosen' | 'reason'>({
    ...rest,
    begin: emptySettleDraft,
    read: readSettleDraft,
    check: (draft) => checkSettleDraft(draft, question),
    send: (draft) => saveVerdict(draft, question),
    place: (field) =>
      field === 'reason' ? field : field === 'statement' || field === 'judgement' ? 'chosen' : null,
  });
  const { draft, problems, saving, change } = form;
  const { sides } = question;
  const chosen = sides.find(({ id }) => id === draft.chosen);
  const others = sides.length > 1;
  const choices: readonly { readonly value: Verdict; readonly words: string }[] = [
    { value: 'stands', words: others ? 'It stands; what cannot be true beside it is rejected' : 'It stands' },
    { value: 'rejected', words: others ? 'It is rejected; the others stay as they are' : 'It is rejected' },
    { value: 'open', words: 'It is left open; an earlier verdict on it is taken back' },
  ];
  return (
    <CurateForm
      form={form}
      title={`Settle “${question.label}”`}
      label="Settle what stands"
      words="Save the verdict"
      conflict={
        saving.kind === 'conflict' && (
          <ConflictNotice
            conflict={saving}
            mine={sides.map((side): SideRow => [side.words, outcomeOf(side, question, draft) ?? ''])}
            theirs={<SideRows rows={sides.map((side) => [side.words, sayStanding(side)])} />}
            onKeepMine={() => form.rebase({ version: saving.version })}
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <div className="form-group">
        {chooser}
        <SideChoices
          question={question}
          draft={draft}
          problem={problems.chosen}
          onChoose={({ id, version }) => change({ chosen: id, version })}
        />
        {chosen && (
          <ChoiceField
            label={`The verdict on “${chosen.words}”`}
            choices={choices}
            value={draft.verdict}
            onChange={(verdict) => change({ verdict })}
          />
        )}
      </div>
    </CurateForm>
  );
}
