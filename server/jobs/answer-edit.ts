import type { NodeId } from '../../schema/ids.ts';
import type { GraphRecords } from '../../schema/records.ts';
import type { Asking, EditAnswer, EditQuestion, RecordId } from '../edits/asking.ts';
import { EditTooLarge } from '../edits/drafts/complete-draft.ts';
import type { GraphStore, RecordChange } from '../store/graph-store.ts';
import type { NodeSelection, RelationshipSelection } from '../store/read-plan.ts';

/** Relationships, and pieces of evidence, that one question of an edit may bring. */
const ANSWER_LIMIT = 20_000;
const PAGE = 1_000;
/** Items of an entry that is taken back while its author waits; larger ones are the work of `reversals/`. */
const ITEM_LIMIT = 200;

const nothing: GraphRecords = { nodes: [], relationships: [], evidence: [], statements: [] };
const bareNode: NodeSelection = {
  properties: [],
  evidence: null,
  statements: null,
  counts: false,
  branches: [],
};
const bareRelationship: RelationshipSelection = {
  properties: [],
  evidence: null,
  statements: null,
  from: null,
  to: null,
};

/** Where an edit reads: a store, or one with a change under way in it. */
export type EditSource = Pick<
  GraphStore,
  'adjacent' | 'records' | 'survivors' | 'lastChanges' | 'read' | 'changesSince' | 'journal' | 'journalItems'
>;

/** Carries a computation that asks about the graph to its end. Throws `EditTooLarge`, and what the signal says. */
export async function driveEdit<Result>(
  source: EditSource,
  asking: Asking<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  let step = asking.next();
  while (!step.done) {
    signal?.throwIfAborted();
    step = asking.next(await answerEdit(source, step.value));
  }
  return step.value;
}

/** Asks what an edit wants to know. Throws `EditTooLarge` where the answer passes the limit. */
async function answerEdit(store: EditSource, question: EditQuestion): Promise<EditAnswer> {
  switch (question.kind) {
    case 'records':
      return readRecords(store, question.ids);
    case 'touching': {
      const { of, types, among } = question;
      const { relationships, truncated } = await store.adjacent({ of, types, among, limit: ANSWER_LIMIT });
      if (truncated) throw new EditTooLarge(`the change would touch more than ${ANSWER_LIMIT} relationships`);
      const ids = relationships.flatMap(({ id, from, to }): RecordId[] => [id, from, to]);
      return answer(await store.records([...new Set(ids)]));
    }
    case 'resting':
      return answer(await store.records(await listResting(store, question.document)));
    case 'entry':
      return { ...answer(nothing), changes: await readEntry(store, question.sequence) };
    case 'later': {
      const { records, after } = question;
      return { ...answer(nothing), changes: await store.changesSince({ records, since: after + 1 }) };
    }
    case 'used': {
      const [known, present] = [await store.lastChanges(question.ids), await store.records(question.ids)];
      return { ...answer(nothing), used: new Set([...known.keys(), ...present.nodes.map(({ id }) => id)]) };
    }
  }
}

/** Ids that are not there may have been merged, once or time and again. */
async function readRecords(store: EditSource, ids: readonly RecordId[]): Promise<EditAnswer> {
  const records = await store.records(ids);
  const found = new Set<string>([...records.nodes, ...records.relationships].map(({ id }) => id));
  const absent = ids.filter((id): id is NodeId => !found.has(id) && !id.startsWith('relationship/'));
  const standsFor = absent.length > 0 ? await store.survivors(absent) : new Map<NodeId, NodeId>();
  const further = [...new Set(standsFor.values())].filter((id) => !found.has(id));
  if (further.length === 0) return { ...answer(records), standsFor };
  const more = await store.records(further);
  return {
    ...answer({
      nodes: [...records.nodes, ...more.nodes],
      relationships: records.relationships,
      evidence: [...records.evidence, ...more.evidence],
      statements: [...records.statements, ...more.statements],
    }),
    standsFor,
  };
}

async function readEntry(store: EditSource, sequence: number): Promise<readonly RecordChange[]> {
  const [entry] = await store.journal({ after: sequence - 1, limit: 1 });
  if (entry?.sequence !== sequence) return [];
  if (entry.items > ITEM_LIMIT) throw new EditTooLarge(`the change touched more than ${ITEM_LIMIT} records`);
  const items = await store.journalItems({ sequence, after: -1, limit: ITEM_LIMIT });
  return items.length === entry.items ? items.map((item) => ({ entry, item })) : [];
}

async function listResting(store: EditSource, document: NodeId): Promise<readonly RecordId[]> {
  const ids = new Set<RecordId>();
  let pieces = 0;
  for await (const page of pagesResting(store, document)) {
    pieces += page.length;
    if (pieces > ANSWER_LIMIT)
      throw new EditTooLarge(`more than ${ANSWER_LIMIT} pieces of evidence are in the document`);
    for (const id of page) ids.add(id);
  }
  return [...ids];
}

/** The records with evidence in a document, page by page; one with several pieces comes as often. */
export async function* pagesResting(
  store: Pick<EditSource, 'read'>,
  document: NodeId,
  limit = PAGE,
): AsyncGenerator<readonly RecordId[]> {
  let from: readonly (string | number | null)[] | null = null;
  for (;;) {
    const { page }: { readonly page: Awaited<ReturnType<typeof readSupports>> } = {
      page: await readSupports(store, document, limit, from),
    };
    yield page.items.flatMap(
      ({ node, relationship }) => node?.node.id ?? relationship?.relationship.id ?? [],
    );
    from = page.items.at(-1)?.position ?? null;
    if (!page.hasNext || from === null) return;
  }
}

async function readSupports(
  store: Pick<EditSource, 'read'>,
  document: NodeId,
  limit: number,
  from: readonly (string | number | null)[] | null,
) {
  const answered = await store.read({
    kind: 'supports',
    document,
    page: { direction: 'forward', limit, from },
    countTotal: false,
    node: bareNode,
    relationship: bareRelationship,
  });
  return answered.page;
}

function answer(records: GraphRecords): EditAnswer {
  return { records, standsFor: new Map(), used: new Set(), changes: [] };
}
