import { useEffect, useRef } from 'react';
import type { NodeId } from '../schema/ids.ts';
import type { GraphNode } from '../schema/records.ts';
import { mayJoin } from '../schema/relationship-types.ts';
import type { SavedChange } from './api/curating/outcome.ts';
import { untilFetched } from './api/lazy-part.ts';
import { graphHasChanged } from './api/revision.ts';
import type { Picked } from './curate/form/picked.ts';
import type { Curator } from './curate/sign-in/use-curator.ts';
import type { CurateTask } from './curate/task.ts';
import { useCurating } from './curate/use-curating.ts';
import { nodesMeant } from './exploration/command-of-action.ts';
import type { Exploration } from './exploration/exploration.ts';
import type { NodeActions } from './exploration/node-actions.ts';
import type { Workbench } from './explorer/use-workbench.ts';

type CuratingBench = Pick<Workbench, 'exploration' | 'run' | 'view' | 'toasts'>;

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
  const show = async (saved: SavedChange) => {
    const { showSaved } = await untilFetched(() => import('./show-saved.ts'));
    await showSaved(saved, { here: () => latest.current, run, fail: view.fail });
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
