import { nodeTypeNames, nodeTypes } from '../../../schema/node-types.ts';
import type { SaveOutcome } from '../../api/curating/outcome.ts';
import { relate } from '../../api/curating/relate.ts';
import { CurateForm } from '../form/CurateForm.tsx';
import { EvidenceFields } from '../form/EvidenceFields.tsx';
import { inputOfEvidence } from '../form/evidence-draft.ts';
import { PickField } from '../form/PickField.tsx';
import type { Picked } from '../form/picked.ts';
import { SelectField } from '../form/SelectField.tsx';
import { SideRows } from '../form/SideRows.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { useCurateForm } from '../form/use-curate-form.ts';
import { inputOfFields } from '../form/values/fields.ts';
import { NewValues } from '../form/values/NewValues.tsx';
import { ConflictNotice } from '../save/ConflictNotice.tsx';
import { Loaded } from '../save/Loaded.tsx';
import { withSeen } from '../save/seen.ts';
import {
  checkRelateDraft,
  emptyRelateDraft,
  endsOf,
  filledOf,
  listTyped,
  listWays,
  placeInRelateForm,
  type RelateDraft,
  readRelateDraft,
  wayOf,
} from './relate-draft.ts';
import { sayFacts, sayRelated, useRelatedSo } from './use-related-so.ts';

interface RelatePanelProps extends TaskFormProps {
  /** What it begins with: none, one or both of the ends. */
  readonly given: readonly Picked[];
}

/** Joins two nodes in one of the ways that the table allows, with what that rests on. */
export function RelatePanel({ given, ...rest }: RelatePanelProps) {
  const form = useCurateForm<RelateDraft, string>({
    ...rest,
    begin: (key) => emptyRelateDraft(given, key),
    read: readRelateDraft,
    check: checkRelateDraft,
    send: saveRelation,
    place: placeInRelateForm,
  });
  const { draft, problems, saving, change } = form;
  const fields = { box: rest.box, selected: rest.selected };
  const way = wayOf(draft);
  const related = useRelatedSo(saving.kind === 'conflict' ? endsOf(draft) : null);
  return (
    <CurateForm
      form={form}
      title="Relate two"
      words="Relate them"
      conflict={
        saving.kind === 'conflict' &&
        way && (
          <ConflictNotice
            conflict={saving}
            mine={[[way.words, sayFacts(listTyped(draft))]]}
            theirs={<Loaded state={related}>{(there) => <SideRows rows={there.map(sayRelated)} />}</Loaded>}
            says="Your source is added where yours says the same; else both stand beside each other."
            making={{
              title: 'They are related so already',
              keep: 'Relate them all the same',
              take: 'Discard mine',
            }}
            onKeepMine={() =>
              form.rebase({
                seen: withSeen(related.kind === 'loaded' ? related.value : draft.seen, saving),
              })
            }
            onTakeTheirs={form.discard}
          />
        )
      }
      reasonProblem={problems.reason}
      onReason={(reason) => change({ reason })}
    >
      <div className="form-group">
        <PickField
          label="This"
          types={nodeTypeNames}
          picked={draft.one}
          problem={problems.one}
          {...fields}
          onChange={(one) => change({ one })}
        />
        <Ways draft={draft} problem={problems.way} onChange={(chosen) => change({ way: chosen })} />
        <PickField
          label="To this"
          types={nodeTypeNames}
          picked={draft.other}
          problem={problems.other}
          {...fields}
          onChange={(other) => change({ other })}
        />
        {way && (
          <NewValues
            key={way.key}
            type={way.type}
            fields={draft.fields}
            problems={problems}
            onChange={change}
          />
        )}
      </div>
      <div className="form-group">
        <h3>Where it is known from</h3>
        <EvidenceFields draft={draft} problems={problems} {...fields} withWords onChange={change} />
      </div>
    </CurateForm>
  );
}

interface WaysProps {
  readonly draft: RelateDraft;
  readonly problem: string | undefined;
  readonly onChange: (way: string) => void;
}

function Ways({ draft, problem, onChange }: WaysProps) {
  const [[one], [other]] = [draft.one, draft.other];
  if (!one || !other)
    return <p className="form-note">Once both are chosen, how they can be related stands here.</p>;
  const ways = listWays(one.type, other.type);
  if (ways.length === 0)
    return (
      <p className="field-problem">
        A {nodeTypes[one.type].words.one} and a {nodeTypes[other.type].words.one} are never related directly.
      </p>
    );
  const chosen = wayOf(draft)?.key ?? '';
  const choices = ways.map(({ key, words }) => ({ value: key, words: `… ${words} …` }));
  return (
    <SelectField
      label="How"
      value={chosen}
      problem={problem}
      choices={chosen === '' ? [{ value: '', words: 'Choose how they are related' }, ...choices] : choices}
      onChange={onChange}
    />
  );
}

async function saveRelation(draft: RelateDraft): Promise<SaveOutcome> {
  const ends = endsOf(draft);
  if (!ends) throw new Error('a draft is checked before it is sent');
  return relate({
    ...ends,
    values: inputOfFields(draft.fields, filledOf(draft)),
    evidence: [inputOfEvidence(draft)],
    seen: draft.seen,
    reason: draft.reason.trim(),
    idempotencyKey: draft.idempotencyKey,
  });
}
