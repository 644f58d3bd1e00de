import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import { relationshipTypes } from '../../../schema/relationship-types.ts';
import { type CurrentRecord, loadCurrent } from '../../api/curating/load-current.ts';
import { unrelate } from '../../api/curating/relate.ts';
import { countSupported, removeEntity } from '../../api/curating/remove-entity.ts';
import type { Outcome } from '../../api/failures.ts';
import { loadNodeDetail } from '../../api/load-detail.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import { checkReason, type ReasonDraft, readReasoned } from '../form/draft-text.ts';
import { TaskState } from '../form/RecordTask.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { type FormProblems, useCurateForm } from '../form/use-curate-form.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { useLoaded } from '../save/use-loaded.ts';

interface RemovePanelProps extends TaskFormProps {
  readonly id: NodeId | RelationshipId;
}

/** A record with what goes with it, or holds it in place. */
interface Removal {
  readonly record: CurrentRecord;
  /** In words: “said: 3”. */
  readonly related: readonly string[];
  readonly relationships: number;
  /** How many facts rest on it as a document. */
  readonly supported: number;
}

interface RemoveDraft extends ReasonDraft {
  readonly version: number;
  readonly withRelationships: boolean;
}

/** Deletes a node or a relationship from the graph, and says first what hangs on it. */
export function RemovePanel({ id, ...rest }: RemovePanelProps) {
  const { state, again } = useLoaded(id, loadRemoval);
  return (
    <TaskState state={state} onAgain={again}>
      {(removal) => <RemoveForm removal={removal} {...rest} />}
    </TaskState>
  );
}

function RemoveForm({ removal, ...rest }: TaskFormProps & { readonly removal: Removal }) {
  const { record, related, relationships, supported } = removal;
  const form = useCurateForm<RemoveDraft, 'reason' | 'related' | 'supported'>({
    ...rest,
    begin: (idempotencyKey) => ({
      version: record.version,
      withRelationships: false,
      reason: '',
      idempotencyKey,
    }),
    read: readRemoveDraft,
    check: (draft) => checkRemoveDraft(draft, removal),
    send: (draft) => saveRemoval(draft, record),
    place: (field) =>
      field === 'reason'
        ? field
        : field === 'withRelationships'
          ? 'related'
          : field === 'id'
            ? 'supported'
            : null,
  });
  const { draft, problems, saving, change } = form;
  return (
    <CurateForm
      form={form}
      title={`Delete ${record.name}`}
      label="Delete from the graph"
      words="Delete it from the graph"
      conflict={
        saving.kind === 'conflict' && (
          <ConflictNotice
            conflict={saving}
            mine={[['deleted', record.name]]}
            theirs={<SideRows rows={[[`version ${record.version}`, record.name]]} />}
            says="Look at it again before you delete it: its changes tell what somebody did."
            onKeepMine={() => form.rebase({ version: saving.version })}
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <div className="form-group">
        <p className="form-note">
          It goes for everybody, with its sources. Its history stays, and has the way back.
        </p>
        {supported > 0 && (
          <p className="field-problem">
            {supported === 1 ? 'One fact rests' : `${supported} facts rest`} on this document: give them
            another source, or merge it with the document that stands for the same.
          </p>
        )}
        {relationships > 0 && (
          <div className="field">
            <p className="field-label">What it is related to</p>
            <ul className="hangs-on">
              {related.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
            <label className="choice">
              <input
                type="checkbox"
                checked={draft.withRelationships}
                onChange={(event) => change({ withRelationships: event.target.checked })}
              />
              Yes, {relationships === 1 ? 'its relationship goes' : `its ${relationships} relationships go`},
              too
            </label>
            {problems.related && <p className="field-problem">{problems.related}</p>}
          </div>
        )}
        {problems.supported && supported === 0 && <p className="field-problem">{problems.supported}</p>}
      </div>
    </CurateForm>
  );
}

function readRemoveDraft(kept: unknown): RemoveDraft | null {
  return readReasoned(kept, ({ version, withRelationships }) =>
    typeof version === 'number' ? { version, withRelationships: withRelationships === true } : null,
  );
}

function checkRemoveDraft(
  draft: RemoveDraft,
  { relationships, supported }: Removal,
): FormProblems<'reason' | 'related' | 'supported'> {
  return {
    ...checkReason(draft),
    ...(relationships > 0 && !draft.withRelationships && { related: 'Say that they may go, or leave it.' }),
    ...(supported > 0 && { supported: 'It cannot go while facts rest on it.' }),
  };
}

function saveRemoval(
  { version, withRelationships, reason, idempotencyKey }: RemoveDraft,
  { id }: CurrentRecord,
) {
  const common = { expectedVersion: version, reason: reason.trim(), idempotencyKey };
  return parseRelationshipId(id)
    ? unrelate({ relationship: id, ...common })
    : removeEntity({ id, withRelationships, ...common });
}

async function loadRemoval(id: NodeId | RelationshipId): Promise<Outcome<Removal>> {
  const current = await loadCurrent(id);
  if (current.kind === 'failure') return current;
  const record = current.value;
  const node = parseRelationshipId(id) ? null : parseNodeId(id);
  if (!node) return { kind: 'loaded', value: { record, related: [], relationships: 0, supported: 0 } };
  const [detail, supported] = await Promise.all([
    loadNodeDetail(node),
    record.type === 'Document' ? countSupported(node) : { kind: 'loaded' as const, value: 0 },
  ]);
  if (detail.kind === 'failure') return detail;
  if (supported.kind === 'failure') return supported;
  const { counts } = detail.value.node;
  return {
    kind: 'loaded',
    value: {
      record,
      related: counts.map(({ type, direction, neighbours }) => {
        const { forward, backward } = relationshipTypes[type].says;
        return `${direction === 'out' ? forward : backward}: ${neighbours}`;
      }),
      relationships: counts.reduce((sum, { neighbours }) => sum + neighbours, 0),
      supported: supported.value,
    },
  };
}
