import type { NodeId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Arrangement } from '../../exploration/arrangements.ts';
import type { Exploration, Point, ShownNode } from '../../exploration/exploration.ts';
import { relationshipsOf } from '../../exploration/relationships-of.ts';
import { CHIP_WIDTH } from '../drawing/chip-label.ts';
import type { Box, NodeFigure } from '../drawing/drawing.ts';
import { dateOfInspection } from '../drawing/label-inspection.ts';

/** A node as the layout knows it: plain data, so that it can be sent to a worker. */
export interface LayoutNode {
  readonly id: NodeId;
  readonly type: NodeType;
  readonly name: string;
  /** How far it reaches with its words, and with its chips if it is an inspection. */
  readonly box: Box;
  /**
   * Days since 1970 that place it in time: of an inspection its own, of a person those of the posts. None where nothing
   * is arranged by time.
   */
  readonly times: readonly number[];
  /** Where it stands already and stays. */
  readonly fixed: Point | null;
}

/** A judgement that goes below its inspection. */
export interface LayoutChip {
  readonly id: NodeId;
  readonly of: NodeId;
  readonly height: number;
  /** Chips of one dispute touch each other. */
  readonly dispute: string | null;
  readonly fixed: Point | null;
}

export interface LayoutTask {
  readonly arrangement: Arrangement;
  /** Whether nothing stands yet but what the user has pinned: then the view is arranged whole. */
  readonly isFresh: boolean;
  /** What the user has chosen last, which rings go around; null for nothing. */
  readonly around: NodeId | null;
  readonly nodes: readonly LayoutNode[];
  readonly chips: readonly LayoutChip[];
  readonly relationships: readonly { readonly from: NodeId; readonly to: NodeId }[];
  /** Width and height of the canvas in pixels, which an arrangement fills as well as it can. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

export type Placement = readonly (readonly [NodeId, Point])[];

/** Hears what share of the work is done, from 0 to 1. */
export type TellShare = (share: number) => void;

export const CHIP_GAP = 4;
/** Between the words of an inspection, which may be larger on the screen than here, and its chips. */
const STACK_GAP = 6;

/** What is to be laid out for this view, or null if every node has its place. */
export function makeLayoutTask(
  state: Exploration,
  figures: ReadonlyMap<NodeId, NodeFigure>,
  size: { readonly width: number; readonly height: number },
): LayoutTask | null {
  if ([...state.nodes.keys()].every((id) => state.positions.has(id))) return null;
  const chips = chipsOf(state, figures);
  const stacks = stackHeights(chips);
  const attached = new Set(chips.map(({ id }) => id));
  const isFresh = ![...state.positions.keys()].some((id) => !attached.has(id) && !state.pinned.has(id));
  const isByTime = isFresh && state.arrangement === 'time';
  const nodes = [...state.nodes.values()].flatMap((node) => {
    const figure = figures.get(node.record.id);
    if (!figure || attached.has(figure.id)) return [];
    const times = isByTime ? timesOf(state, node) : [];
    return [layoutNode(state, node, { times, box: figure.box, stack: stacks.get(figure.id) ?? null })];
  });
  const relationships = [...state.relationships.values()]
    .map(({ record }) => ({ from: record.from, to: record.to }))
    .filter(({ from, to }) => !attached.has(from) && !attached.has(to));
  const around = chosenLast(state, chips);
  return { arrangement: state.arrangement, isFresh, around, nodes, chips, relationships, ...size, seed: 1 };
}

/** The node that was selected last; for a chip, its inspection. */
function chosenLast({ selection, nodes }: Exploration, chips: readonly LayoutChip[]): NodeId | null {
  const last = selection.filter((id): id is NodeId => nodes.has(id as NodeId)).at(-1);
  return last ? (chips.find(({ id }) => id === last)?.of ?? last) : null;
}

function layoutNode(
  state: Exploration,
  node: ShownNode,
  { box, stack, times }: Pick<LayoutNode, 'box' | 'times'> & { readonly stack: Stack | null },
): LayoutNode {
  const { id, type, properties } = node.record;
  const whole = stack
    ? {
        left: Math.max(box.left, stack.width / 2),
        right: Math.max(box.right, stack.width / 2),
        top: box.top,
        bottom: box.bottom + STACK_GAP + stack.height,
      }
    : box;
  return {
    id,
    type,
    name: properties.name,
    box: whole,
    times,
    fixed: state.positions.get(id) ?? null,
  };
}

function chipsOf(state: Exploration, figures: ReadonlyMap<NodeId, NodeFigure>): readonly LayoutChip[] {
  const chips: LayoutChip[] = [];
  for (const figure of figures.values()) {
    if (figure.kind !== 'chip' || figure.of === null) continue;
    const { id, of, height, dispute } = figure;
    chips.push({ id, of, height, dispute, fixed: state.positions.get(id) ?? null });
  }
  return chips;
}

interface Stack {
  readonly width: number;
  readonly height: number;
}

function stackHeights(chips: readonly LayoutChip[]): ReadonlyMap<NodeId, Stack> {
  const stacks = new Map<NodeId, Stack>();
  for (const { of, height } of chips)
    stacks.set(of, { width: CHIP_WIDTH, height: (stacks.get(of)?.height ?? 0) + height + CHIP_GAP });
  return stacks;
}

function timesOf(state: Exploration, { record }: ShownNode): readonly number[] {
  const { type, properties } = record;
  const date = type === 'Inspection' ? dateOfInspection(properties) : properties.date;
  if (date) return [middleOf(date)];
  const dates: PartialDate[] = [];
  for (const { record: relationship } of relationshipsOf(state, record.id)) {
    if (relationship.from !== record.id) continue;
    const { from, to, attestedOn = [] } = relationship.properties;
    dates.push(...attestedOn, ...(from ? [from] : []), ...(to ? [to] : []));
  }
  return dates.map(middleOf);
}

function middleOf({ earliest, latest }: PartialDate): number {
  return (Date.parse(earliest) + Date.parse(latest)) / 2 / 86_400_000;
}
