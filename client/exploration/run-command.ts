import { type NodeId, parseNodeId, type RelationshipId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { roundPoint } from './camera.ts';
import type { Command } from './commands.ts';
import { addRecords, differs, leaveOut, removeNodes, unselect } from './expansions/change-records.ts';
import { collapseNode } from './expansions/collapse-node.ts';
import { expandNodes } from './expansions/expand-nodes.ts';
import type { Exploration } from './exploration.ts';
import { patchFilters } from './filters/patch-filters.ts';
import { applyPatch, type Patch } from './patch.ts';
import { isPlainLook, plainLook, type TypeLook } from './type-looks.ts';

/** The state after the command, and the patch that takes the command back exactly. */
export function runCommand(
  state: Exploration,
  command: Command,
): { readonly state: Exploration; readonly inverse: Patch } {
  return applyPatch(state, patchOf(state, command));
}

/** What the command changes in this state; an empty patch where it changes nothing. */
export function patchOf(state: Exploration, command: Command): Patch {
  switch (command.kind) {
    case 'open':
      return { whole: command.exploration };
    case 'show':
      return show(state, command);
    case 'expand':
      return expandNodes(state, command);
    case 'collapse':
      return collapseNode(state, command.of);
    case 'remove':
      return removeNodes(state, new Set(command.ids));
    case 'hide':
      return {
        hidden: command.ids.filter((id) => state.nodes.has(id) && !state.hidden.has(id)).map(join),
        values: unselect(state, new Set(command.ids)),
      };
    case 'reveal':
      return { hidden: command.ids.filter((id) => state.hidden.has(id)).map((id) => [id, false]) };
    case 'move': {
      const positions = placesIn(state, command.positions);
      return { positions, pinned: positions.map(([id]) => [id, true]) };
    }
    case 'place':
      return {
        // An answer that comes late, as after an undo, moves nothing.
        positions: placesIn(state, command.positions).filter(([id]) => !state.positions.has(id)),
      };
    case 'pin':
      return { pinned: pin(state, command.ids, command.pinned) };
    case 'arrange':
      return arrange(state, command.by);
    case 'select':
      return select(state, command);
    case 'focus':
      return command.id === null || state.nodes.has(command.id) ? { values: { focus: command.id } } : {};
    case 'update':
      return updateRecords(state, command);
    case 'styleType':
      return style(state, command.type, command.look);
    default:
      return patchFilters(state, command);
  }
}

function select(
  state: Exploration,
  { ids: wanted, follows = false }: Extract<Command, { kind: 'select' }>,
): Patch {
  const ids = wanted.filter(
    (id) => state.nodes.has(id as NodeId) || state.relationships.has(id as RelationshipId),
  );
  const isSame = ids.length === state.selection.length && ids.every((id, i) => id === state.selection[i]);
  const focus = follows ? whereItLeads(state, ids.at(-1)) : null;
  const values = {
    ...(!isSame && { selection: ids }),
    ...(focus && focus !== state.focus && { focus }),
  };
  return Object.keys(values).length > 0 ? { values } : {};
}

/** Where the keyboard goes with what is selected: to the node, or to the end of the line that one came from. */
function whereItLeads(state: Exploration, to: NodeId | RelationshipId | undefined): NodeId | null {
  const line = state.relationships.get(to as RelationshipId)?.record;
  if (!line) return parseNodeId(to ?? '');
  const chosen = state.selection.at(-1);
  return (
    [line.from, line.to].find((end) => end === chosen) ?? (state.focus === line.to ? line.to : line.from)
  );
}

/** The places of nodes that are there, as exactly as a link keeps them. */
function placesIn({ nodes }: Exploration, positions: Extract<Command, { kind: 'move' }>['positions']) {
  return positions.filter(([id]) => nodes.has(id)).map(([id, point]) => [id, roundPoint(point)] as const);
}

function show(
  state: Exploration,
  { nodes, relationships, select = [] }: Extract<Command, { kind: 'show' }>,
): Patch {
  const added = addRecords(state, nodes, relationships);
  const there = new Set<string>([...added.nodes, ...added.relationships].map(([id]) => id));
  const selection = (typeof select === 'string' ? [select] : select).filter(
    (id) => there.has(id) || state.nodes.has(id as NodeId) || state.relationships.has(id as RelationshipId),
  );
  const focus = parseNodeId(selection.at(-1) ?? '');
  return {
    ...added,
    hidden: changes(
      state.hidden,
      nodes.map(({ record }) => [record.id, false]),
    ),
    ...(selection.length > 0 ? { values: { selection, ...(focus && { focus }) } } : {}),
  };
}

function style(state: Exploration, type: NodeType, look: TypeLook): Patch {
  const before = state.looks.get(type) ?? plainLook;
  if (before.tone === look.tone && before.size === look.size) return {};
  return { looks: [[type, isPlainLook(look) ? undefined : look]] };
}

function pin(state: Exploration, ids: readonly NodeId[], pinned: boolean): (readonly [NodeId, boolean])[] {
  const shown = ids.filter((id) => state.nodes.has(id));
  return changes(
    state.pinned,
    shown.map((id) => [id, pinned]),
  );
}

/** The members whose standing really changes, so that doing a thing twice is one step. */
function changes<Key>(
  set: ReadonlySet<Key>,
  members: readonly (readonly [Key, boolean])[],
): (readonly [Key, boolean])[] {
  return members.filter(([key, isMember]) => set.has(key) !== isMember);
}

function arrange(state: Exploration, by: Exploration['arrangement']): Patch {
  const loose = [...state.positions.keys()].filter((id) => !state.pinned.has(id));
  return {
    positions: loose.map(leaveOut),
    values: by === state.arrangement ? {} : { arrangement: by },
  };
}

function updateRecords(
  state: Exploration,
  { nodes, relationships, gone = [] }: Extract<Command, { kind: 'update' }>,
): Patch {
  const lost = new Set<string>(gone);
  const left = removeNodes(state, new Set(gone.filter((id): id is NodeId => state.nodes.has(id as NodeId))));
  const isHere = (id: NodeId) => state.nodes.has(id) && !lost.has(id);
  return {
    ...left,
    nodes: [
      ...(left.nodes ?? []),
      ...nodes
        .filter((node) => isHere(node.record.id) && differs(state.nodes.get(node.record.id), node))
        .map((node) => [node.record.id, node] as const),
    ],
    relationships: [
      ...(left.relationships ?? []),
      ...gone
        .filter((id): id is RelationshipId => state.relationships.has(id as RelationshipId))
        .map(leaveOut),
      ...relationships
        .filter(({ record }) => isHere(record.from) && isHere(record.to) && !lost.has(record.id))
        .filter((each) => differs(state.relationships.get(each.record.id), each))
        .map((relationship) => [relationship.record.id, relationship] as const),
    ],
    ...(lost.size > 0 ? { values: unselect(state, lost) } : {}),
  };
}

function join<Id extends string>(id: Id): readonly [Id, boolean] {
  return [id, true];
}
