import type { RecordId } from '../../../edits/asking.ts';
import type { EditProblem } from '../../../edits/edit.ts';
import type { NodeTree, RelationshipTree } from '../../../store/read-plan.ts';
import { builder } from '../../builder.ts';
import { NodeRef } from '../../refs.ts';

type FieldProblem = Pick<Extract<EditProblem, { kind: 'invalid' }>, 'field' | 'code' | 'message'>;

/** An expected failure of a mutation; the kind is its type in the API. */
export type Failure =
  | {
      readonly kind: 'ValidationProblem';
      readonly message: string;
      readonly problems: readonly FieldProblem[];
    }
  | {
      readonly kind: 'NotFoundProblem';
      readonly message: string;
      readonly missing: readonly { readonly field: string; readonly id: string }[];
    }
  | {
      readonly kind: 'ConflictProblem';
      readonly message: string;
      readonly record: string;
      readonly expected: number;
      readonly version: number;
      readonly current: NodeTree | RelationshipTree | null;
    }
  | {
      readonly kind: 'BuiltOnProblem';
      readonly message: string;
      readonly records: readonly BuiltOn[];
    }
  | { readonly kind: 'ForbiddenProblem'; readonly message: string };

/** A record that was changed, or came to lean on another, after the change that is to be taken back. */
interface BuiltOn {
  readonly record: RecordId;
  /** Its newest change; filled in by whoever reads it. */
  readonly sequence: number | null;
  readonly author: string | null;
}

export type FailureOf<Kind extends Failure['kind']> = Extract<Failure, { kind: Kind }>;

const ProblemRef = builder.interfaceRef<Failure>('Problem');
const FieldProblemRef = builder.objectRef<FieldProblem>('FieldProblem');
const MissingRef = builder.objectRef<FailureOf<'NotFoundProblem'>['missing'][number]>('MissingRecord');

export const BuiltOnRef = builder.objectRef<BuiltOn>('BuiltOn');
/** The failure of a reversal, beside those of every mutation. */
export const builtOnRef = builder.objectRef<FailureOf<'BuiltOnProblem'>>('BuiltOnProblem');

/** The failures that every mutation may come to. */
export const failureRefs = {
  ValidationProblem: builder.objectRef<FailureOf<'ValidationProblem'>>('ValidationProblem'),
  NotFoundProblem: builder.objectRef<FailureOf<'NotFoundProblem'>>('NotFoundProblem'),
  ConflictProblem: builder.objectRef<FailureOf<'ConflictProblem'>>('ConflictProblem'),
  ForbiddenProblem: builder.objectRef<FailureOf<'ForbiddenProblem'>>('ForbiddenProblem'),
};

/** Adds the types of expected failures. */
export function addProblemTypes(): void {
  ProblemRef.implement({
    description: 'Why a mutation changed nothing.',
    fields: (t) => ({ message: t.exposeString('message', { description: 'For people.' }) }),
    resolveType: ({ kind }) => kind,
  });
  FieldProblemRef.implement({
    fields: (t) => ({
      field: t.exposeString('field', {
        description: 'Path in the input, as `evidence.document`; empty where it is about the whole.',
      }),
      code: t.exposeString('code', { description: 'Out of a closed list, as `VALUE_INVALID`.' }),
      message: t.exposeString('message', { description: 'For people.' }),
    }),
  });
  MissingRef.implement({
    fields: (t) => ({
      field: t.exposeString('field', { description: 'Path in the input.' }),
      id: t.exposeID('id'),
    }),
  });
  failureRefs.ValidationProblem.implement({
    description: 'The input breaks a rule.',
    interfaces: [ProblemRef],
    fields: (t) => ({
      problems: t.field({ type: [FieldProblemRef], resolve: ({ problems }) => problems }),
    }),
  });
  failureRefs.NotFoundProblem.implement({
    description: 'The input names what is not there.',
    interfaces: [ProblemRef],
    fields: (t) => ({ missing: t.field({ type: [MissingRef], resolve: ({ missing }) => missing }) }),
  });
  failureRefs.ConflictProblem.implement({
    description: 'The record was changed since it was read, or is there already, which was not seen.',
    interfaces: [ProblemRef],
    fields: (t) => ({
      record: t.exposeID('record', { description: 'Another id where it was merged.' }),
      expectedVersion: t.exposeInt('expected', {
        description: 'The version that the input names; 0 where it names none.',
      }),
      currentVersion: t.exposeInt('version', { description: '0 where it is gone.' }),
      current: t.field({
        type: NodeRef,
        nullable: true,
        description: 'The record as it is now; null where it is gone.',
        resolve: ({ current }) => current,
      }),
    }),
  });
  BuiltOnRef.implement({
    description: 'What holds a change in place.',
    fields: (t) => ({
      record: t.exposeID('record', { description: 'Id of a node or relationship.' }),
      sequence: t.exposeInt('sequence', { nullable: true, description: 'Number of its newest change.' }),
      author: t.exposeString('author', { nullable: true, description: 'Who made that change.' }),
    }),
  });
  builtOnRef.implement({
    description: 'Others have built on the change since: it can only be taken back with theirs.',
    interfaces: [ProblemRef],
    fields: (t) => ({ records: t.field({ type: [BuiltOnRef], resolve: ({ records }) => records }) }),
  });
  failureRefs.ForbiddenProblem.implement({
    description: 'The token may not do this.',
    interfaces: [ProblemRef],
  });
}

/** The problems of an edit as one failure; `current` is filled in by whoever reads it. */
export function failureOf(problems: readonly EditProblem[]): Failure {
  const conflict = problems.find((problem) => problem.kind === 'conflict');
  if (conflict) {
    const { record, expected, current: version } = conflict;
    const message = sayConflict(record, expected, version);
    return { kind: 'ConflictProblem', message, record, expected, version, current: null };
  }
  const held = problems.find((problem) => problem.kind === 'built on');
  if (held) {
    const records = held.records.map((record) => ({ record, sequence: null, author: null }));
    const message = `${records.length} records have been changed since, or lean on what would go.`;
    return { kind: 'BuiltOnProblem', message, records };
  }
  const missing = problems.filter((problem) => problem.kind === 'missing');
  if (missing.length > 0 && missing.length === problems.length)
    return { kind: 'NotFoundProblem', message: missing.map(({ message }) => message).join(' '), missing };
  const told = problems.flatMap((problem): FieldProblem[] => {
    if (problem.kind === 'invalid') return [problem];
    return problem.kind === 'missing' ? [{ ...problem, code: 'END_MISSING' }] : [];
  });
  return { kind: 'ValidationProblem', message: told.map(sayProblem).join('; '), problems: told };
}

function sayConflict(record: string, expected: number, version: number): string {
  if (version === 0) return `“${record}” was removed since it was read.`;
  if (expected === 0) return `“${record}” is there already, which was not seen.`;
  return `“${record}” was changed since it was read: version ${expected} was seen, it is at version ${version}.`;
}

function sayProblem({ field, message }: FieldProblem): string {
  return field === '' ? message : `${field}: ${message}`;
}
