import type { NodeId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { Arrangement } from '../../exploration/arrangements.ts';
import type { Exploration, Point, ShownNode, ShownRelationship } from '../../exploration/exploration.ts';
import { relationshipsOf } from '../../exploration/relationships-of.ts';
import { CHIP_WIDTH } from '../drawing/chip-label.ts';
import type { Box, NodeFigure } from '../drawing/drawing.ts';
import { dateOfInspection } from '../drawing/label-inspection.ts';
import { describeGround, type Standing } from './ground.ts';

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
  /**
   * What stands and is only in the way (ground.ts). Where newcomers are few, all goes here that none of them is placed
   * by, since a list of numbers is sent to the worker at a small part of what its objects cost.
   */
  readonly ground: Float64Array;
}

export type Placement = readonly (readonly [NodeId, Point])[];

/** Hears what share of the work is done, from 0 to 1. */
export type TellShare = (share: number) => void;

export const CHIP_GAP = 4;
/** From so many newcomers on forces find their places; below, each goes next to what it came from. */
export const FEW = 40;
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
  const all = [...state.nodes.values()].filter(({ record }) => !attached.has(record.id));
  const loose = all.filter(({ record }) => !state.positions.has(record.id));
  const near = !isFresh && loose.length <= FEW ? nearTo(state, loose, chips) : null;
  const nodes: LayoutNode[] = [];
  const inTheWay: Standing[] = [];
  for (const node of all) {
    const { id } = node.record;
    const box = figures.get(id)?.box;
    if (!box) continue;
    const whole = withStack(box, stacks.get(id) ?? null);
    const fixed = state.positions.get(id) ?? null;
    if (fixed && near && !near.nodes.has(id)) inTheWay.push({ box: whole, at: fixed });
    else nodes.push(layoutNode(node, { box: whole, times: isByTime ? timesOf(state, node) : [], fixed }));
  }
  const kept = chips.filter(({ of, height, fixed }) => {
    if (!fixed || !near || near.stacks.has(of)) return true;
    inTheWay.push({ box: boxOfChip(height), at: fixed });
    return false;
  });
  return {
    arrangement: state.arrangement,
    isFresh,
    around: chosenLast(state, chips),
    nodes,
    chips: kept,
    relationships: (near?.relationships ?? [...state.relationships.values()])
      .map(({ record }) => ({ from: record.from, to: record.to }))
      .filter(({ from, to }) => !attached.has(from) && !attached.has(to)),
    ...size,
    seed: 1,
    ground: describeGround(inTheWay),
  };
}

/** By what newcomers to a view that stands are placed. */
interface Near {
  readonly relationships: readonly ShownRelationship[];
  /** They, what they are related to, and the inspections that get chips. */
  readonly nodes: ReadonlySet<NodeId>;
  /** The inspections that get chips: below those that they have. */
  readonly stacks: ReadonlySet<NodeId>;
}

function nearTo(state: Exploration, loose: readonly ShownNode[], chips: readonly LayoutChip[]): Near {
  const stacks = new Set(chips.flatMap(({ of, fixed }) => (fixed ? [] : [of])));
  const touching = new Set(loose.flatMap(({ record }) => relationshipsOf(state, record.id)));
  const nodes = new Set([...stacks, ...loose.map(({ record }) => record.id)]);
  for (const { record } of touching) nodes.add(record.from).add(record.to);
  // In the order of the view, by which the first neighbour is found.
  const relationships = [...state.relationships.values()].filter((each) => touching.has(each));
  return { relationships, nodes, stacks };
}

export function boxOfChip(height: number): Box {
  return { left: CHIP_WIDTH / 2, right: CHIP_WIDTH / 2, top: height / 2, bottom: height / 2 };
}

/** The node that was selected last; for a chip, its inspection. */
function chosenLast({ selection, nodes }: Exploration, chips: readonly LayoutChip[]): NodeId | null {
  const last = selection.filter((id): id is NodeId => nodes.has(id as NodeId)).at(-1);
  return last ? (chips.find(({ id }) => id === last)?.of ?? last) : null;
}

function layoutNode(
  { record: { id, type, properties } }: ShownNode,
  given: Pick<LayoutNode, 'box' | 'times' | 'fixed'>,
): LayoutNode {
  return { id, type, name: properties.name, ...given };
}

/** The box of an inspection, with the room that its chips take. */
function withStack(box: Box, stack: Stack | null): Box {
  if (!stack) return box;
  return {
    left: Math.max(box.left, stack.width / 2),
    right: Math.max(box.right, stack.width / 2),
    top: box.top,
    bottom: box.bottom + STACK_GAP + stack.height,
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
