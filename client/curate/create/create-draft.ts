import { type NodeType, nodeTypeNames, nodeTypeRow } from '../../../schema/node-types.ts';
import type { Seen } from '../../api/curating/outcome.ts';
import { checkReason, type ReasonDraft, readReasoned } from '../form/draft-text.ts';
import {
  checkEvidence,
  type EvidenceDraft,
  emptyEvidence,
  isEvidenceGiven,
  placeOfEvidence,
  readEvidenceDraft,
} from '../form/evidence-draft.ts';
import type { FormProblems } from '../form/use-curate-form.ts';
import { checkFields, type Fields, filledProperties, readFields, valueField } from '../form/values/fields.ts';
import { readSeen } from '../save/seen.ts';

/** What is typed in the form that makes a node. What was typed for another type stays, and is not sent. */
export interface CreateDraft extends EvidenceDraft, ReasonDraft {
  readonly type: NodeType;
  readonly fields: Fields;
  /** Entities of that name that the curator was told of. */
  readonly seen: readonly Seen[];
}

export function emptyCreateDraft(idempotencyKey: string): CreateDraft {
  return { type: 'Person', fields: {}, seen: [], ...emptyEvidence, reason: '', idempotencyKey };
}

export function readCreateDraft(kept: unknown): CreateDraft | null {
  return readReasoned(kept, (given) => {
    const type = nodeTypeNames.find((name) => name === given.type);
    if (!type) return null;
    return {
      type,
      fields: readFields(given.fields),
      seen: readSeen(given.seen),
      ...readEvidenceDraft(given),
    };
  });
}

/** What must be mended before the draft can be saved, by property or part of the evidence. */
export function checkCreateDraft(draft: CreateDraft): FormProblems<string> {
  const filled = filledProperties(draft.type, draft.fields);
  const problems: FormProblems<string> = {
    ...(draft.type === 'Document' && !isEvidenceGiven(draft) ? {} : checkEvidence(draft)),
    ...checkReason(draft),
    ...checkFields(draft.fields, filled),
  };
  const missing = nameGivingProperties(draft.type).find((name) => !filled.some((each) => each.name === name));
  if (missing)
    problems[valueField(missing)] =
      missing === 'name' ? 'A name is needed.' : 'This is needed: its name is made of it.';
  return problems;
}

/** What a node of the type cannot be without: its name, or what that is made of. */
function nameGivingProperties(type: NodeType): readonly string[] {
  if (!nodeTypeRow(type).title) return ['name'];
  if (type === 'Judgement') return ['area', 'label'];
  if (type === 'Measure') return ['metric'];
  return type === 'Event' ? ['kind'] : ['text'];
}

/** The field of the form for one of the API; null where there is none. */
export function placeInCreateForm(field: string): string | null {
  if (field === 'reason') return field;
  return field.startsWith('properties.')
    ? valueField(field.slice('properties.'.length))
    : placeOfEvidence(field);
}
