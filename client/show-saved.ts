import { type NodeId, parseNodeId } from '../schema/ids.ts';
import type { SavedChange } from './api/curating/outcome.ts';
import type { Failure } from './api/failures.ts';
import { loadSubgraph } from './api/load.ts';
import type { Command } from './exploration/commands.ts';
import type { Exploration } from './exploration/exploration.ts';
import { isEqual } from './exploration/is-equal.ts';

interface ShownOn {
  /** The view at the moment. */
  readonly here: () => Exploration;
  readonly run: (command: Command) => void;
  readonly fail: (failure: Failure) => void;
}

/** Of a change that made more than this, the rest is left out of the view: it would bury what is there. */
const MOST_SHOWN = 20;

/**
 * Shows what was saved: what is gone goes from the view, what is there is brought up to date, and what is new comes
 * with what is around it. Who turned to something else while that was fetched stays there.
 */
export async function showSaved(
  { subject, changed, removed, around }: SavedChange,
  { here, run, fail }: ShownOn,
): Promise<void> {
  run({ kind: 'update', nodes: [], relationships: [], gone: removed });
  const { nodes: shown, selection } = here();
  const made = changed.flatMap((id) => parseNodeId(id) ?? []);
  const node = subject && parseNodeId(subject);
  const about = [...made.slice(0, MOST_SHOWN), ...around, ...(node ? [node] : [])];
  const ids = new Set<NodeId>([...about, ...shown.keys()]);
  const outcome = await loadSubgraph([...ids], { fresh: true });
  if (outcome.kind === 'failure') return fail(outcome.failure);
  const { nodes, relationships, truncated } = outcome.value;
  const answered = new Set(nodes.map(({ record }) => record.id));
  // Of a large change it is not told what it took away.
  const lost = truncated ? [] : [...shown.keys()].filter((id) => !answered.has(id));
  const view = here();
  run({
    kind: 'update',
    nodes: nodes.filter(({ record }) => view.nodes.has(record.id)),
    relationships,
    gone: lost,
  });
  const asked = new Set<NodeId>(about);
  const fresh = nodes.filter(({ record: { id } }) => asked.has(id) && !view.nodes.has(id));
  const stood = selection.filter((id) => !removed.includes(id));
  const select = subject && isEqual(stood, view.selection) ? [subject] : [];
  if (fresh.length === 0) {
    if (select.length > 0) run({ kind: 'select', ids: select, follows: true });
    return;
  }
  const name = nodes.find(({ record }) => record.id === subject)?.record.properties.name;
  const as = name ? `what was saved of ${name}` : 'what was saved';
  run({ kind: 'show', nodes: fresh, relationships, select, as });
}
