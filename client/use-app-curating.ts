import { useEffect, useRef } from 'react';
import { type NodeId, parseNodeId } from '../schema/ids.ts';
import type { GraphNode } from '../schema/records.ts';
import { mayJoin } from '../schema/relationship-types.ts';
import type { SavedChange } from './api/curating/outcome.ts';
import { loadSubgraph } from './api/load.ts';
import { graphHasChanged } from './api/revision.ts';
import type { Picked } from './curate/form/picked.ts';
import type { Curator } from './curate/sign-in/use-curator.ts';
import type { CurateTask } from './curate/task.ts';
import { useCurating } from './curate/use-curating.ts';
import { nodesMeant } from './exploration/command-of-action.ts';
import type { Exploration } from './exploration/exploration.ts';
import { isEqual } from './exploration/is-equal.ts';
import type { NodeActions } from './exploration/node-actions.ts';
import type { Workbench } from './explorer/use-workbench.ts';

type CuratingBench = Pick<Workbench, 'exploration' | 'run' | 'view' | 'toasts'>;

/** Of a change that made more than this, the rest is left out of the view: it would bury what is there. */
const MOST_SHOWN = 20;

/** Curating joined to the view: what is saved is shown, and what is selected can be begun with. */
export function useAppCurating({ exploration, run, view, toasts }: CuratingBench) {
  const latest = useRef(exploration);
  useEffect(() => {
    latest.current = exploration;
  });
  const curating = useCurating({
    onSaved: (saved) => {
      const isChange = saved.changed.length + saved.removed.length > 0;
      toasts.tell(
        isChange
          ? `Saved as change ${saved.sequence}. Its history has the way back.`
          : 'Nothing had to be changed: the graph says so already.',
      );
      graphHasChanged();
      void show(saved);
    },
  });
  /**
   * What is gone goes from the view, what is there is brought up to date, and what is new comes with what is around
   * it. Who turned to something else while that was fetched stays there.
   */
  const show = async ({ subject, changed, removed, around }: SavedChange) => {
    run({ kind: 'update', nodes: [], relationships: [], gone: removed });
    const { nodes: shown, selection } = latest.current;
    const made = changed.flatMap((id) => parseNodeId(id) ?? []);
    const node = subject && parseNodeId(subject);
    const about = [...made.slice(0, MOST_SHOWN), ...around, ...(node ? [node] : [])];
    const ids = new Set<NodeId>([...about, ...shown.keys()]);
    const outcome = await loadSubgraph([...ids], { fresh: true });
    if (outcome.kind === 'failure') return view.fail(outcome.failure);
    const { nodes, relationships, truncated } = outcome.value;
    const answered = new Set(nodes.map(({ record }) => record.id));
    // Of a large change it is not told what it took away.
    const lost = truncated ? [] : [...shown.keys()].filter((id) => !answered.has(id));
    const here = latest.current;
    run({
      kind: 'update',
      nodes: nodes.filter(({ record }) => here.nodes.has(record.id)),
      relationships,
      gone: lost,
    });
    const asked = new Set<NodeId>(about);
    const fresh = nodes.filter(({ record: { id } }) => asked.has(id) && !here.nodes.has(id));
    const stood = selection.filter((id) => !removed.includes(id));
    const select = subject && isEqual(stood, here.selection) ? [subject] : [];
    if (fresh.length === 0) {
      if (select.length > 0) run({ kind: 'select', ids: select, follows: true });
      return;
    }
    const name = nodes.find(({ record }) => record.id === subject)?.record.properties.name;
    const as = name ? `what was saved of ${name}` : 'what was saved';
    run({ kind: 'show', nodes: fresh, relationships, select, as });
  };
  return {
    ...curating,
    /** A change was taken back: what it brought goes from the view, what it took away comes. */
    takenBack(of: number, taken: SavedChange) {
      toasts.tell(`Change ${of} is taken back, as change ${taken.sequence}.`);
      graphHasChanged();
      void show(taken);
    },
    mayWrite: mayWrite(curating.curator),
  };
}

type CuratingAction = 'link' | 'edit' | 'settle' | 'merge' | 'create' | 'relate' | 'judge' | 'delete';

/** What a curator can do at a record, each as the task that it begins. */
export function curatingActions(
  exploration: Exploration,
  begin: (task: CurateTask) => void,
): Pick<NodeActions, CuratingAction> {
  return {
    link: (record) => begin(linkTask(record)),
    edit: (id) => begin({ kind: 'edit', id }),
    merge: (id) => begin({ kind: 'merge', ids: pairOf(exploration, id) }),
    create: () => begin({ kind: 'create' }),
    relate: (id) => {
      const given = pairOf(exploration, id).flatMap((each) => pickedOf(exploration, each) ?? []);
      begin({ kind: 'relate', given });
    },
    judge: (id) => begin({ kind: 'judge', id }),
    delete: (id) => begin({ kind: 'remove', id }),
    settle: (id, about) => begin({ kind: 'settle', id, about }),
  };
}

/** The two nodes that are selected where this is one of them; else this one alone. */
function pairOf(exploration: Exploration, id: NodeId): readonly NodeId[] {
  const meant = nodesMeant(exploration, id);
  return meant.length === 2 ? meant : [id];
}

function pickedOf({ nodes }: Exploration, id: NodeId): Picked | null {
  const record = nodes.get(id)?.record;
  return record ? { id, type: record.type, name: record.properties.name } : null;
}

/** Null while it is not known. */
function mayWrite({ kind }: Curator): boolean | null {
  return kind === 'checking' || kind === 'unknown' ? null : kind === 'curator';
}

function linkTask(record: GraphNode): CurateTask {
  const picked: Picked = { id: record.id, type: record.type, name: record.properties.name };
  if (record.type === 'Quote')
    return {
      kind: 'link',
      quote: {
        kind: 'existing',
        quote: picked,
        version: record.version,
        text: record.properties.text ?? '',
      },
      given: { saidOn: record.properties.saidOn?.edtf ?? '' },
    };
  return { kind: 'link', quote: { kind: 'new' }, given: givenBy(picked) };
}

function givenBy(picked: Picked) {
  if (picked.type === 'Document') return { document: [picked] };
  if (picked.type === 'Person') return { speaker: [picked] };
  return mayJoin('ABOUT', 'Quote', picked.type) ? { about: [picked] } : {};
}
