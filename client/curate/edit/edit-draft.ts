import type { CurrentRecord } from '../../api/curating/load-current.ts';
import { checkReason, isGiven, type ReasonDraft, readReasoned } from '../form/draft-text.ts';
import {
  checkEvidence,
  type EvidenceDraft,
  emptyEvidence,
  isEvidenceGiven,
  placeOfEvidence,
  readEvidenceDraft,
} from '../form/evidence-draft.ts';
import type { FormProblems } from '../form/use-curate-form.ts';
import { editableProperties } from '../form/values/editable-properties.ts';
import { checkFields, type Fields, readFields, valueField } from '../form/values/fields.ts';
import { fieldOfValue, isSameField, printField } from '../form/values/value-text.ts';

/** What is typed in the form that changes the facts of a record. */
export interface EditDraft extends EvidenceDraft, ReasonDraft {
  /** The version that was seen. */
  readonly version: number;
  /** By property, what was typed; what was not touched is not in it. */
  readonly fields: Fields;
}

export function emptyEditDraft(version: number, idempotencyKey: string): EditDraft {
  return { version, fields: {}, ...emptyEvidence, reason: '', idempotencyKey };
}

export function readEditDraft(kept: unknown): EditDraft | null {
  return readReasoned(kept, (given) =>
    typeof given.version === 'number'
      ? { version: given.version, fields: readFields(given.fields), ...readEvidenceDraft(given) }
      : null,
  );
}

/** One property that the draft gives another value; texts as they are typed. */
export interface EditedValue {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What saving the draft changes of the record as it stands. */
export function listEdits(draft: EditDraft, record: CurrentRecord): readonly EditedValue[] {
  return editableProperties(record.type).flatMap(({ name, kind, label }) => {
    const typed = draft.fields[name];
    const stands = fieldOfValue(kind, record.values[name]);
    if (typed === undefined || isSameField(typed, stands)) return [];
    return [{ name, label, before: printField(stands), after: printField(typed) }];
  });
}

/** What must be mended before the draft can be saved, by property or part of the evidence. */
export function checkEditDraft(draft: EditDraft, record: CurrentRecord): FormProblems<string> {
  const edits = listEdits(draft, record);
  const hasEvidence = isEvidenceGiven(draft);
  const problems: FormProblems<string> = {
    ...(hasEvidence ? checkEvidence(draft) : {}),
    ...checkReason(draft),
    ...checkFields(
      draft.fields,
      editableProperties(record.type).filter(({ name }) => edits.some((edit) => edit.name === name)),
    ),
  };
  if (edits.length === 0 && !hasEvidence) problems.edits = 'Change a value, or name one more source.';
  for (const { name, label, after } of edits) {
    if (name === 'name' && after === '') problems[valueField(name)] ??= 'A name is needed.';
    const isStated = record.said.some(({ property }) => property === name);
    if (hasEvidence && after === '')
      problems[valueField(name)] ??=
        'A source goes with a value. Save what you take away by itself, without one.';
    else if (isStated && !hasEvidence && !isList(record, name))
      problems.document ??= `Sources are recorded for “${label}”: name the one of the new value.`;
  }
  const text = edits.find(({ name }) => name === 'text');
  if (record.type === 'Quote' && text && !problems.document && !draft.words.includes(text.after))
    problems.words ??=
      'A quote is verbatim: copy the words of its document here, with those that you corrected.';
  return problems;
}

function isList({ type }: CurrentRecord, property: string): boolean {
  const kind = editableProperties(type).find(({ name }) => name === property)?.kind;
  return kind === 'texts' || kind === 'dates';
}

/** The field of the form for one of the API; null where there is none. */
export function placeInEditForm(field: string): string | null {
  if (field === 'reason' || (field.startsWith('set.') && isGiven(field.slice(4)))) return field;
  return placeOfEvidence(field);
}
