import { createHash } from 'node:crypto';
import type { InputFieldMap, InputRef } from '@pothos/core';
import { adviceFor, mayWrite } from '../../../access/tokens/viewer.ts';
import type { Edit } from '../../../edits/edit.ts';
import { invalid } from '../../../edits/edit.ts';
import type { EditOutcome } from '../../../jobs/editor.ts';
import type { Reversal } from '../../../jobs/reversals/reversals.ts';
import { builder } from '../../builder.ts';
import { chargeCaller } from '../../charge-caller.ts';
import type { ApiContext } from '../../context.ts';
import { failUnauthenticated } from '../../failures.ts';
import { present } from '../../lists/connections.ts';
import { askSelection } from '../../plan/plan-read.ts';
import type { Ask } from '../../plan/reads.ts';
import { type EntityRef, NodeRef, type nodeRef, RelationshipRef } from '../../refs.ts';
import { builtOnRef, type Failure, type FailureOf, failureOf, failureRefs } from './problems.ts';
import { type AboutSort, type RecordTree, readChange, readTrees } from './read-change.ts';

/** What every input of a mutation has beside its own fields. */
interface CommonInput {
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}

interface Success {
  readonly kind: 'success';
  readonly subject: RecordTree | null;
  readonly changed: readonly RecordTree[];
  readonly changedCount: number;
  readonly removed: readonly string[];
  readonly sequence: number;
}

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** One user action as the API has it. */
interface MutationShape<Input> {
  /** `verbNoun`; the types are named after it. */
  readonly name: string;
  readonly says: string;
  readonly input: (t: InputFields) => InputFieldMap;
  /** The field of the success that gives the record the action is about; null where it is gone afterwards. */
  readonly subject: {
    readonly field: string;
    readonly type: typeof NodeRef | typeof EntityRef | ReturnType<typeof nodeRef> | typeof RelationshipRef;
  } | null;
  /** Whether it may also fail because others have built on what it takes back. */
  readonly mayBeBuiltOn?: true;
  /** What is answered where the action is too large to be waited for, and how it is started; null where it is not. */
  readonly started?: {
    readonly type: ReturnType<typeof builder.objectRef<Started>>;
    readonly start: (
      input: Input & CommonInput,
      request: MutationRequest,
      context: ApiContext,
      isTooLarge: boolean,
    ) => Promise<Started | Failure | null>;
  };
  readonly edit: (input: Input & CommonInput) => Edit;
}

/** Who sends a mutation, as the journal will have it. */
interface MutationRequest {
  readonly author: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly inputHash: string;
}

/** A job that carries out what was asked for. */
export interface Started {
  readonly kind: 'started';
  readonly reversal: Reversal;
}

const REASON_LIMIT = 1_000;
const KEY_LIMIT = 200;

/**
 * Adds a mutation with its input, its success and the union of both kinds of outcome. The rule who may call it is
 * kept here, so that no mutation can be without one.
 */
export function addMutation<Input>(shape: MutationShape<Input>): void {
  const { name, says, edit } = shape;
  const stem = name.charAt(0).toUpperCase() + name.slice(1);
  const input = addInput(`${stem}Input`, shape);
  const success = addSuccess(`${stem}Success`, shape);
  const result = builder.unionType(`${stem}Result`, {
    types: [
      success,
      ...(shape.started ? [shape.started.type] : []),
      ...Object.values(failureRefs),
      ...(shape.mayBeBuiltOn ? [builtOnRef] : []),
    ],
    resolveType: (outcome: Success | Started | Failure) => {
      if (outcome.kind === 'success') return success;
      return outcome.kind === 'started' ? shape.started?.type : outcome.kind;
    },
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description: says,
      args: { input: t.arg({ type: input, required: true }) },
      resolve: async (_root, args, context, info): Promise<Success | Started | Failure> => {
        const author = await authoriseWriter(context);
        if (typeof author !== 'string') return author;
        const given = args.input as Input & CommonInput;
        const refusal = refuseCommon(given);
        if (refusal) return refusal;
        const request = {
          author,
          reason: given.reason.trim(),
          // A write that the store tries again must not be done twice, whether or not the client gives a key.
          idempotencyKey: given.idempotencyKey ?? `request ${context.requestId} ${info.path.key}`,
          inputHash: hashOf(name, given),
        };
        const start = shape.started?.start;
        const started = await start?.(given, request, context, false);
        if (started) return started;
        const outcome = await context.editor.run(() => edit(given), { ...request, signal: context.signal });
        if (outcome.kind === 'too large')
          return (
            (await start?.(given, request, context, true)) ??
            failureOf([invalid('', `${outcome.message}: split it up.`)])
          );
        return answerOutcome(context, askSelection(info, args), outcome, shape);
      },
    }),
  );
}

/** The author under whose name the change is made; fails with UNAUTHENTICATED where nobody is known. */
export async function authoriseWriter(context: ApiContext): Promise<string | FailureOf<'ForbiddenProblem'>> {
  const who = await context.viewer();
  if (who.kind !== 'known') return failUnauthenticated(adviceFor(who) ?? '');
  if (mayWrite(who)) {
    await chargeCaller(context, 'writes', 1);
    return who.name;
  }
  const message = `The token of “${who.name}” is for reading: ask for one of a curator.`;
  return { kind: 'ForbiddenProblem', message };
}

function refuseCommon({ reason, idempotencyKey }: CommonInput): Failure | null {
  const problems = [];
  if (reason.trim() === '') problems.push(invalid('reason', 'Say why, in a few words.'));
  if (reason.length > REASON_LIMIT)
    problems.push(invalid('reason', `A reason has at most ${REASON_LIMIT} characters.`));
  if (typeof idempotencyKey === 'string' && (idempotencyKey === '' || idempotencyKey.length > KEY_LIMIT))
    problems.push(invalid('idempotencyKey', `A key has 1 to ${KEY_LIMIT} characters.`));
  return problems.length > 0 ? failureOf(problems) : null;
}

async function answerOutcome<Input>(
  context: ApiContext,
  ask: Ask,
  outcome: Exclude<EditOutcome, { kind: 'too large' }>,
  { subject }: MutationShape<Input>,
): Promise<Success | Failure> {
  if (outcome.kind === 'problems') {
    const failure = failureOf(outcome.problems);
    if (failure.kind === 'BuiltOnProblem')
      return { ...failure, records: await sayWhoBuilt(context, failure.records) };
    if (failure.kind !== 'ConflictProblem' || failure.version === 0 || !ask.selects('current'))
      return failure;
    const [current = null] = await readTrees(context, [failure.record], ask, [['current']]);
    return { ...failure, current };
  }
  const change = await readChange(context, outcome, sortOf(subject?.type));
  const ways = subject ? [[subject.field], ['changed']] : [['changed']];
  const trees = await readTrees(
    context,
    change.about ? [change.about, ...change.ids] : change.ids,
    ask,
    ways,
  );
  const byId = new Map(trees.map((tree) => [idOf(tree), tree]));
  return {
    kind: 'success',
    subject: (change.about && byId.get(change.about)) ?? null,
    changed: change.ids.flatMap((id) => byId.get(id) ?? []),
    changedCount: change.count,
    removed: change.removed,
    sequence: outcome.sequence,
  };
}

function addInput<Input>(name: string, { input }: MutationShape<Input>): InputRef<object> {
  const ref = builder.inputRef<object>(name);
  ref.implement({
    fields: (t) => ({
      ...input(t),
      reason: t.string({
        required: true,
        description: `Why, for the journal; not empty, at most ${REASON_LIMIT} characters.`,
      }),
      idempotencyKey: t.string({
        description: `1 to ${KEY_LIMIT} characters, chosen once for each action: sent again, it is not done again.`,
      }),
    }),
  });
  return ref;
}

function addSuccess<Input>(name: string, { subject }: MutationShape<Input>) {
  const ref = builder.objectRef<Success>(name);
  ref.implement({
    fields: (t) => ({
      ...(subject && {
        [subject.field]: t.field({
          type: subject.type as typeof EntityRef,
          resolve: (success) => present(success.subject) as never,
        }),
      }),
      changed: t.field({
        type: [NodeRef],
        description: 'Nodes and relationships that were made or changed, as they are now; the first 200.',
        resolve: ({ changed }) => [...changed],
      }),
      changedCount: t.exposeInt('changedCount', { description: 'How many were made, changed or removed.' }),
      removed: t.idList({
        description: 'Ids of what is no longer there; the first 200.',
        resolve: ({ removed }) => [...removed],
      }),
      sequence: t.exposeInt('sequence', {
        description:
          'Number of the change in the journal; of the newest one where nothing had to be changed.',
      }),
    }),
  });
  return ref;
}

type BuiltOnRecords = Extract<Failure, { kind: 'BuiltOnProblem' }>['records'];

async function sayWhoBuilt({ store }: ApiContext, records: BuiltOnRecords): Promise<BuiltOnRecords> {
  const last = await store.lastChanges(records.map(({ record }) => record));
  return records.map((built) => {
    const { sequence = null, author = null } = last.get(built.record) ?? {};
    return { ...built, sequence, author };
  });
}

/** Which records can be the subject: its field may give nodes, relationships, or both. */
function sortOf(type: unknown): AboutSort {
  if (type === NodeRef) return 'any';
  return type === RelationshipRef ? 'relationship' : 'node';
}

function idOf(tree: RecordTree): string {
  return 'node' in tree ? tree.node.id : tree.relationship.id;
}

function hashOf(name: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, input]))
    .digest('base64url');
}
