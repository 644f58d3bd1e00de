import { CurateForm } from '../form/CurateForm.tsx';
import { checkReason } from '../form/draft-text.ts';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { ComparedValues } from './ComparedValues.tsx';
import { compareNodes, listCarried } from './compare-nodes.ts';
import {
  chosenOf,
  emptyMergeDraft,
  type MergeDraft,
  type Pair,
  readMergeDraft,
  saveMerge,
  sidesOf,
} from './merge-draft.ts';

interface MergeFormProps extends TaskFormProps {
  readonly pair: Pair;
}

/** Both nodes side by side: which stays, whose values stand, and what is carried over. */
export function MergeForm({ pair, ...rest }: MergeFormProps) {
  const form = useCurateForm<MergeDraft, 'reason'>({
    ...rest,
    begin: (key) => emptyMergeDraft(pair, key),
    read: readMergeDraft,
    check: checkReason,
    send: (draft) => saveMerge(draft, pair),
    place: (field) => (field === 'reason' ? field : null),
  });
  const { draft, problems, saving, change } = form;
  const { survivor, merged } = sidesOf(pair, draft);
  return (
    <CurateForm
      form={form}
      title="Make these two one"
      label="Merge the two"
      words="Merge the two"
      conflict={
        saving.kind === 'conflict' && (
          <ConflictNotice
            conflict={saving}
            mine={sayChoices(draft, pair)}
            theirs={
              <SideRows
                rows={pair.map(
                  ({ node: { record } }): SideRow => [`version ${record.version}`, record.properties.name],
                )}
              />
            }
            says="The table below shows both as they stand now. Look at them, then merge them, or leave them."
            onKeepMine={() => form.rebase({ versions: versionsNow(pair) })}
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <ComparedValues pair={pair} draft={draft} onChange={change} />
      <div className="form-group" aria-live="polite">
        <h3>What happens to {merged.node.record.properties.name}</h3>
        <ul className="carried">
          {listCarried(survivor, merged).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </CurateForm>
  );
}

function versionsNow(pair: Pair): MergeDraft['versions'] {
  return Object.fromEntries(pair.map(({ node: { record } }) => [record.id, record.version]));
}

/** What the curator is about to save: who stays, and what was chosen. */
function sayChoices(draft: MergeDraft, pair: Pair): readonly SideRow[] {
  const { survivor } = sidesOf(pair, draft);
  const chosen = compareNodes(...pair).flatMap((compared): SideRow[] => {
    const of = chosenOf(compared, draft);
    const at = pair.findIndex(({ node }) => node.record.id === of);
    return at < 0 ? [] : [[compared.label, compared.texts[at] ?? '']];
  });
  return [['stays', survivor.node.record.properties.name], ...chosen];
}
