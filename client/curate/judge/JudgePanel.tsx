import { gradeOf, gradeScales, scalesOn } from '../../../schema/grade-scales.ts';
import type { NodeId } from '../../../schema/ids.ts';
import { areaKey, commonAreas } from '../../../schema/judgement-areas.ts';
import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import type { GraphNode } from '../../../schema/records.ts';
import type { Seen } from '../../api/curating/outcome.ts';
import { recordJudgement } from '../../api/curating/record-judgement.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { loadNodeDetail } from '../../api/load-detail.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import { EvidenceFields } from '../form/EvidenceFields.tsx';
import { inputOfEvidence } from '../form/evidence-draft.ts';
import { TaskState } from '../form/RecordTask.tsx';
import { TextField } from '../form/TextField.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { FactsNow, listFacts } from '../save/FactsNow.tsx';
import { withSeen } from '../save/seen.ts';
import { useLoaded } from '../save/use-loaded.ts';
import {
  checkJudgeDraft,
  emptyJudgeDraft,
  type JudgeDraft,
  type JudgeField,
  placeInJudgeForm,
  readJudgeDraft,
} from './judge-draft.ts';

interface JudgePanelProps extends TaskFormProps {
  readonly id: NodeId;
}

/** Records what a source says that an inspection found on one area. */
export function JudgePanel({ id, ...rest }: JudgePanelProps) {
  const { state, again } = useLoaded(id, (wanted) => loadNodeDetail(wanted, { fresh: true }));
  return (
    <TaskState state={state} onAgain={again}>
      {(detail) => <JudgeForm detail={detail} {...rest} />}
    </TaskState>
  );
}

function JudgeForm({ detail, ...rest }: TaskFormProps & { readonly detail: NodeDetail }) {
  const { record } = detail.node;
  const form = useCurateForm<JudgeDraft, JudgeField>({
    ...rest,
    begin: (key) => emptyJudgeDraft(judgedOf(detail).map(seenOf), key),
    read: readJudgeDraft,
    check: checkJudgeDraft,
    send: (draft) =>
      recordJudgement({
        inspection: record.id,
        area: draft.area.trim(),
        label: draft.label.trim(),
        evidence: [inputOfEvidence(draft)],
        seen: draft.seen.filter(({ id }) => mayBeOn(detail, draft.area, id)),
        reason: draft.reason.trim(),
        idempotencyKey: draft.idempotencyKey,
      }),
    place: placeInJudgeForm,
  });
  const { draft, problems, saving, change } = form;
  const beside = judgedOf(detail).filter((judged) => isOn(judged, draft.area));
  const date = record.properties.date ?? null;
  return (
    <CurateForm
      form={form}
      title={`Judgement of ${record.properties.name}`}
      label="Record a judgement"
      words="Record the judgement"
      conflict={
        saving.kind === 'conflict' && (
          <ConflictNotice
            conflict={saving}
            mine={listFacts({ type: 'Judgement', values: { areaAsPrinted: draft.area, label: draft.label } })}
            theirs={<FactsNow id={saving.record} names={['areaAsPrinted', 'label']} />}
            says="A source that agrees is added to theirs; one that disagrees makes a second, and both are disputed."
            making={{
              title: 'Somebody judged this meanwhile',
              keep: 'Record mine all the same',
              take: 'Discard mine',
            }}
            // A judgement that came has disputed those beside it, which are read anew by now, too.
            onKeepMine={() => form.rebase({ seen: withSeen(judgedOf(detail).map(seenOf), saving) })}
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <div className="form-group">
        <TextField
          label="Area, as printed"
          says="What was judged, in the words of the source, as “overall effectiveness”."
          value={draft.area}
          problem={problems.area}
          suggestions={commonAreas}
          onChange={(area) => change({ area })}
        />
        <TextField
          label="Grade, as printed"
          says={sayGrade(draft.label, date)}
          value={draft.label}
          problem={problems.label}
          suggestions={scalesOn(date).flatMap(({ labels }) => labels)}
          onChange={(label) => change({ label })}
        />
        <Beside labels={beside.map(({ properties }) => properties.label ?? 'no grade')} />
      </div>
      <div className="form-group">
        <h3>Where it stands</h3>
        <EvidenceFields
          draft={draft}
          problems={problems}
          box={rest.box}
          selected={rest.selected}
          withWords
          onChange={change}
        />
      </div>
    </CurateForm>
  );
}

/** Which scales were valid on the day of the inspection, or where the typed label stands on one of them. */
function sayGrade(label: string, date: PartialDate | null): string {
  const grade = gradeOf(label, date);
  if (grade) return `Rank ${grade.rank} of ${grade.of}: ${gradeScales[grade.scale].title}.`;
  if (label.trim() !== '') return 'No scale of that day has it: it is kept as printed, without a rank.';
  const titles = scalesOn(date).map(({ title }) => title);
  return `${date ? `On ${printPartialDate(date)}` : 'With no date known'} these scales count: ${titles.join('; ')}.`;
}

/** What is recorded on the area already, so that one sees whether this source agrees. */
function Beside({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null;
  return (
    <p className="form-note" role="status">
      Recorded on this area already: {labels.join(', ')}. A source that agrees is added to it; one that
      disagrees makes a second, and both are disputed.
    </p>
  );
}

function judgedOf({ neighbours }: NodeDetail): readonly GraphNode[] {
  return neighbours.filter(({ type }) => type === 'JUDGED').map(({ node }) => node.record);
}

function isOn({ properties }: GraphNode, area: string): boolean {
  return area.trim() !== '' && areaKey(properties.area ?? '') === areaKey(area);
}

/** Whether a judgement that was seen is on the area, or was: of one that is gone that is not known. */
function mayBeOn(detail: NodeDetail, area: string, id: string): boolean {
  const judged = judgedOf(detail).find((each) => each.id === id);
  return !judged || isOn(judged, area);
}

function seenOf({ id, version }: GraphNode): Seen {
  return { id, version };
}
