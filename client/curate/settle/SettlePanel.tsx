import { Scale } from 'lucide-react';
import { useState } from 'react';
import { type NodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import { loadNodeDetail, loadRelationshipDetail } from '../../api/load-detail.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TaskState } from '../form/RecordTask.tsx';
import { SelectField } from '../form/SelectField.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { useLoaded } from '../save/use-loaded.ts';
import { listQuestions, type Question } from './list-questions.ts';
import { SettleForm } from './SettleForm.tsx';

interface SettlePanelProps extends TaskFormProps {
  readonly id: NodeId | RelationshipId;
  /** The question that was asked for: a property, or `judgement` with an area; null for the first. */
  readonly about: string | null;
}

/** Says which of several that sources say stands, and why. */
export function SettlePanel({ id, ...rest }: SettlePanelProps) {
  const { state, again } = useLoaded<NodeId | RelationshipId, readonly Question[]>(id, loadQuestions);
  return (
    <TaskState state={state} onAgain={again}>
      {(questions) => <Questions questions={questions} {...rest} />}
    </TaskState>
  );
}

interface QuestionsProps extends Omit<SettlePanelProps, 'id'> {
  readonly questions: readonly Question[];
}

/** The question that is chosen stays the one, though others settle it meanwhile and it is the first no more. */
function Questions({ questions, about, ...rest }: QuestionsProps) {
  const [chosen, choose] = useState(about ?? questions[0]?.key);
  const question = questions.find(({ key }) => key === chosen) ?? questions[0];
  if (!question)
    return (
      <Notice title="There is nothing to settle" icon={<Scale />}>
        No source is recorded for a single value of it, so that none can stand against another.
      </Notice>
    );
  return (
    <SettleForm
      key={question.key}
      {...rest}
      name={`${rest.name} ${question.key}`}
      question={question}
      chooser={
        questions.length > 1 && (
          <SelectField
            label="About what"
            value={question.key}
            choices={questions.map(({ key, label, isDisputed }) => ({
              value: key,
              words: isDisputed ? `${label} – disputed` : label,
            }))}
            onChange={choose}
          />
        )
      }
    />
  );
}

async function loadQuestions(id: NodeId | RelationshipId) {
  const relationship = parseRelationshipId(id);
  const outcome = relationship
    ? await loadRelationshipDetail(relationship, { fresh: true })
    : await loadNodeDetail(id as NodeId, { fresh: true });
  return outcome.kind === 'loaded'
    ? { kind: 'loaded' as const, value: listQuestions(outcome.value) }
    : outcome;
}
