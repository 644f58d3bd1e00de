import { type NodeType, nodeTypeNames, nodeTypeRow, nodeTypes } from '../../../schema/node-types.ts';
import { createEntity } from '../../api/curating/create-entity.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import { EvidenceFields } from '../form/EvidenceFields.tsx';
import { inputOfEvidence, isEvidenceGiven } from '../form/evidence-draft.ts';
import { SelectField } from '../form/SelectField.tsx';
import type { SideRow } from '../form/side-rows.ts';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { filledProperties, inputOfFields } from '../form/values/fields.ts';
import { NewValues } from '../form/values/NewValues.tsx';
import { printField } from '../form/values/value-text.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { FactsNow } from '../save/FactsNow.tsx';
import { withSeen } from '../save/seen.ts';
import {
  type CreateDraft,
  checkCreateDraft,
  emptyCreateDraft,
  placeInCreateForm,
  readCreateDraft,
} from './create-draft.ts';

/** Makes a node of any type, with what it rests on. */
export function CreatePanel(props: TaskFormProps) {
  const form = useCurateForm<CreateDraft, string>({
    ...props,
    begin: emptyCreateDraft,
    read: readCreateDraft,
    check: checkCreateDraft,
    send: saveEntity,
    place: placeInCreateForm,
  });
  const { draft, problems, saving, change } = form;
  const { type } = draft;
  return (
    <CurateForm
      form={form}
      title="Add an entity"
      words={`Add the ${nodeTypes[type].words.one}`}
      conflict={
        saving.kind === 'conflict' && (
          <ConflictNotice
            conflict={saving}
            mine={sayDraft(draft)}
            theirs={
              <>
                <FactsNow id={saving.record} />
                <a href={`/${saving.record}`} target="_blank" rel="noreferrer">
                  Its page, in a new tab
                </a>
              </>
            }
            says="If yours is another of the same name, add it beside that one. If it is the same, let yours go, and edit that one."
            making={{
              title: 'There is one of this name already',
              keep: 'Mine is another',
              take: 'It is the same: discard mine',
            }}
            onKeepMine={() => form.rebase({ seen: withSeen(draft.seen, saving) })}
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <div className="form-group">
        <SelectField
          label="What it is"
          says={sayType(type)}
          value={type}
          choices={nodeTypeNames.map((name) => ({ value: name, words: nodeTypes[name].words.one }))}
          onChange={(next) => change({ type: next })}
        />
        <NewValues type={type} fields={draft.fields} problems={problems} onChange={change} />
      </div>
      <div className="form-group">
        <h3>Where it is known from</h3>
        {type === 'Document' && <p className="form-note">A document is a source itself, and needs none.</p>}
        <EvidenceFields
          draft={draft}
          problems={problems}
          box={props.box}
          selected={props.selected}
          withWords
          onChange={change}
        />
      </div>
    </CurateForm>
  );
}

/** What the type is for, and where there is a better way to one of it. */
function sayType(type: NodeType): string {
  const { says } = nodeTypeRow(type);
  if (type === 'Quote') return `${says} “Add quote” links it to its speaker and document at once.`;
  if (type === 'Judgement') return `${says} “Judgement” at its inspection joins it to that at once.`;
  return says;
}

function sayDraft({ type, fields }: CreateDraft): readonly SideRow[] {
  return filledProperties(type, fields).map(({ name, label }) => [label, printField(fields[name] ?? '')]);
}

function saveEntity(draft: CreateDraft) {
  return createEntity(draft.type, {
    values: inputOfFields(draft.fields, filledProperties(draft.type, draft.fields)),
    evidence: isEvidenceGiven(draft) ? [inputOfEvidence(draft)] : [],
    seen: draft.seen,
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  });
}
