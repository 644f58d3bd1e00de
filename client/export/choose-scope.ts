import { type NodeId, parseNodeId, type RelationshipId } from '../../schema/ids.ts';
import { type Exploration, emptyExploration } from '../exploration/exploration.ts';
import { inspectionOfJudgements, visibleNodes, visibleRelationships } from '../exploration/visible.ts';

export const scopes = ['visible', 'selection', 'everything'] as const;
export type Scope = (typeof scopes)[number];

export const scopeWords: Record<Scope, string> = {
  visible: 'what can be seen',
  selection: 'the selection',
  everything: 'everything on the canvas, hidden too',
};

/** The part of the exploration that is exported, in which all that is there can be seen. */
export function chooseScope(state: Exploration, scope: Scope): Exploration {
  const { nodes, relationships, positions, pinned, looks, arrangement, selection } = state;
  if (scope === 'everything')
    return { ...emptyExploration, nodes, relationships, positions, pinned, looks, arrangement, selection };
  const wanted = scope === 'selection' ? selectedNodes(state) : null;
  const shown = visibleNodes(state).filter(({ record: { id } }) => wanted?.has(id) ?? true);
  const kept = new Set(shown.map(({ record }) => record.id));
  const lines = visibleRelationships(state).filter(
    ({ record }) => kept.has(record.from) && kept.has(record.to),
  );
  return {
    ...emptyExploration,
    nodes: new Map(shown.map((node) => [node.record.id, node])),
    relationships: new Map(lines.map((line) => [line.record.id, line])),
    positions: new Map([...positions].filter(([id]) => kept.has(id))),
    pinned: new Set([...pinned].filter((id) => kept.has(id))),
    looks,
    arrangement,
    // All of a selection is selected, so that marking it would say nothing.
    selection: scope === 'selection' ? [] : selection,
  };
}

/** What is selected, with the ends of selected relationships and the judgements that hang on inspections as chips. */
function selectedNodes(state: Exploration): ReadonlySet<NodeId> {
  const ids = state.selection.flatMap((id) => {
    const node = parseNodeId(id);
    if (node) return [node];
    const record = state.relationships.get(id as RelationshipId)?.record;
    return record ? [record.from, record.to] : [];
  });
  const selected = new Set(ids);
  for (const [judgement, inspection] of inspectionOfJudgements(state))
    if (selected.has(inspection)) selected.add(judgement);
  return selected;
}
