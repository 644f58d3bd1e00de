import { changeEntity, changeRelationship } from '../../api/curating/change-record.ts';
import type { CurrentRecord } from '../../api/curating/load-current.ts';
import type { Inspected } from '../../api/use-detail.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import { EvidenceFields } from '../form/EvidenceFields.tsx';
import { inputOfEvidence, isEvidenceGiven } from '../form/evidence-draft.ts';
import { RecordTask } from '../form/RecordTask.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { editableProperties, isNodeType } from '../form/values/editable-properties.ts';
import { inputOfFields } from '../form/values/fields.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { FactsNow } from '../save/FactsNow.tsx';
import { EditedValues } from './EditedValues.tsx';
import { EditFields } from './EditFields.tsx';
import {
  checkEditDraft,
  type EditDraft,
  emptyEditDraft,
  listEdits,
  placeInEditForm,
  readEditDraft,
} from './edit-draft.ts';

interface EditPanelProps extends TaskFormProps {
  readonly id: Exclude<Inspected, { kind: 'nothing' }>['id'];
  /** Opens what settles the disputes of the record. */
  readonly onSettle: (property: string) => void;
}

/** Changes the facts of a node or a relationship, with what they rest on. */
export function EditPanel({ id, ...rest }: EditPanelProps) {
  return <RecordTask id={id}>{(record) => <EditForm record={record} {...rest} />}</RecordTask>;
}

function EditForm({
  record,
  onSettle,
  ...rest
}: Omit<EditPanelProps, 'id'> & { readonly record: CurrentRecord }) {
  const form = useCurateForm<EditDraft, string>({
    ...rest,
    begin: (key) => emptyEditDraft(record.version, key),
    read: readEditDraft,
    check: (draft) => checkEditDraft(draft, record),
    send: (draft) => saveEdit(draft, record),
    place: placeInEditForm,
  });
  const { draft, problems, saving, change } = form;
  const edits = listEdits(draft, record);
  return (
    <CurateForm
      form={form}
      title={`Edit ${record.name}`}
      label="Edit the facts"
      words="Save the changes"
      conflict={
        saving.kind === 'conflict' && (
          <ConflictNotice
            conflict={saving}
            mine={edits.map(({ label, after }) => [label, after || 'taken away'])}
            theirs={<FactsNow id={record.id} names={edits.map(({ name }) => name)} />}
            onKeepMine={() => form.rebase({ version: saving.version })}
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <EditFields record={record} draft={draft} problems={problems} onSettle={onSettle} onChange={change} />
      <div className="form-group">
        <h3>Where it is known from</h3>
        <p className="form-note">
          With a source, a new value stands beside what other sources say, and the best supported one is
          shown. Without one you put a slip right that no source is recorded for.
        </p>
        <EvidenceFields
          draft={draft}
          problems={problems}
          box={rest.box}
          selected={rest.selected}
          withWords
          onChange={change}
        />
      </div>
      <div className="form-group" aria-live="polite">
        <h3>What changes</h3>
        <EditedValues edits={edits} hasSource={isEvidenceGiven(draft)} problem={problems.edits} />
      </div>
    </CurateForm>
  );
}

function saveEdit(draft: EditDraft, record: CurrentRecord) {
  const edited = new Set(listEdits(draft, record).map(({ name }) => name));
  const input = {
    id: record.id,
    expectedVersion: draft.version,
    set: inputOfFields(
      draft.fields,
      editableProperties(record.type).filter(({ name }) => edited.has(name)),
    ),
    evidence: isEvidenceGiven(draft) ? [inputOfEvidence(draft)] : [],
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  };
  return isNodeType(record.type) ? changeEntity(record.type, input) : changeRelationship(input);
}
