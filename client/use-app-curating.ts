import { useEffect, useRef } from 'react';
import { type NodeId, parseNodeId, type RelationshipId } from '../schema/ids.ts';
import type { GraphNode } from '../schema/records.ts';
import { mayJoin } from '../schema/relationship-types.ts';
import type { TakenBack } from './api/curating/take-back.ts';
import { loadSubgraph } from './api/load.ts';
import { graphHasChanged } from './api/revision.ts';
import type { Picked } from './curate/form/picked.ts';
import type { Saved } from './curate/save/use-saving.ts';
import type { CurateTask } from './curate/task.ts';
import { useCurating } from './curate/use-curating.ts';
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
      graphHasChanged();
      toasts.tell(`Saved as change ${saved.sequence}. Its history has the way back.`);
      void show(saved);
    },
  });
  const show = async ({ subject, changed }: Saved, gone: readonly (NodeId | RelationshipId)[] = []) => {
    const ids = new Set<NodeId>([
      ...changed.flatMap((id) => parseNodeId(id) ?? []),
      ...(subject ? [subject] : []),
      ...latest.current.nodes.keys(),
    ]);
    for (const id of gone) ids.delete(id as NodeId);
    const outcome = await loadSubgraph([...ids], { fresh: true });
    if (outcome.kind === 'failure') return view.fail(outcome.failure);
    const { nodes, relationships } = outcome.value;
    const name = nodes.find(({ record }) => record.id === subject)?.record.properties.name;
    run({
      kind: 'show',
      nodes,
      relationships,
      ...(subject && { select: subject }),
      as: name ? `what was saved of ${name}` : 'what was saved',
    });
  };
  return {
    ...curating,
    /** A change was taken back: what it brought goes from the view, what it took away comes. */
    takenBack(of: number, taken: TakenBack) {
      toasts.tell(`Change ${of} is taken back, as change ${taken.sequence}.`);
      run({ kind: 'update', nodes: [], relationships: [], gone: taken.removed });
      graphHasChanged();
      if (taken.changed.length > 0) void show(taken, taken.removed);
    },
    /** Links the quote; of a document begins a quote from it, of anything else one by it or about it. */
    link: (record: GraphNode) => curating.begin(linkTask(record)),
  };
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
