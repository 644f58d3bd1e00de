import type { NodeId } from '../../../schema/ids.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import { rankTone } from '../../../schema/rank-tone.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../../exploration/exploration.ts';
import { keysChanged } from '../../exploration/keys-changed.ts';
import { relationshipsOf, touchedSince } from '../../exploration/relationships-of.ts';
import { scaleOf } from '../../exploration/type-looks.ts';
import { disputedJudgements, inspectionOfJudgements } from '../../exploration/visible.ts';
import { labelChip } from './chip-label.ts';
import type { Box, NodeFigure } from './drawing.ts';
import { isOfSeveralBodies } from './label-inspection.ts';
import { labelNode } from './label-node.ts';
import { measureText } from './measure-text.ts';
import { CAPTION_SIZE, type NodeLabel, textFace } from './node-label.ts';

/** A body that touches so many relationships of the view is drawn larger, its name beside it. */
const HUB = 5;
/** What so many relationships meet at is what a large view turns around: the drawing knows how many they are. */
const MANY = 40;
const HUB_SIZE = [32, 32] as const;
export const LINE_HEIGHT = 1.18;
export const LABEL_GAP = 4;

const sizes: Partial<Record<ShownNode['record']['type'], readonly [number, number]>> = {
  Person: [22, 22],
  Organisation: [24, 24],
  Region: [24, 22],
  Inspection: [26, 26],
  Quote: [22, 19],
  Document: [20, 24],
};

type Figures = ReadonlyMap<NodeId, NodeFigure>;

interface Described {
  readonly of: Pick<Exploration, 'nodes' | 'relationships' | 'looks'>;
  /** Whether inspections have to say of which body they are. */
  readonly isOfSeveral: boolean;
  readonly figures: Figures;
}

const described = new WeakMap<Exploration['nodes'], Described>();
/** What was described last, of which most stays. */
let latest: Described | null = null;

/**
 * How each node of the view looks, hidden ones too: where they stand does not depend on filters. Kept for as long as
 * the records are the same, so that selecting costs no measuring.
 */
export function describeFigures(state: Exploration): Figures {
  const known = described.get(state.nodes);
  if (known?.of.relationships === state.relationships && known.of.looks === state.looks) return known.figures;
  const isOfSeveral = isOfSeveralBodies(state);
  latest = { of: state, isOfSeveral, figures: makeFigures(state, isOfSeveral) };
  described.set(state.nodes, latest);
  return latest.figures;
}

function makeFigures(state: Exploration, isOfSeveral: boolean): Figures {
  const inspections = inspectionOfJudgements(state);
  const disputed = disputedJudgements(state);
  const before = latest;
  const touched = before && before.isOfSeveral === isOfSeveral ? touchedFigures(before.of, state) : null;
  const figures = new Map<NodeId, NodeFigure>();
  for (const [id, node] of state.nodes) {
    const kept = touched && !touched.has(id) ? before?.figures.get(id) : undefined;
    figures.set(
      id,
      kept ??
        figureOf(state, node, {
          looks: state.looks,
          isOfSeveral,
          of: inspections.get(id) ?? null,
          isDisputed: disputed.has(id),
          around: relationshipsOf(state, id),
        }),
    );
  }
  return figures;
}

/**
 * The nodes that may look other than they did: those that changed, those whose relationships did, and what is beside
 * them, since a figure tells of its neighbours, and a judgement of the others of its inspection. Null for all.
 */
function touchedFigures(before: Described['of'], state: Exploration): ReadonlySet<NodeId> | null {
  const ends = before.looks === state.looks ? touchedSince(before.relationships, state.relationships) : null;
  if (!ends) return null;
  const changed = keysChanged(before.nodes, state.nodes);
  const touched = new Set([...ends, ...changed]);
  const beside = (id: NodeId) => relationshipsOf(state, id).flatMap(({ record: { from, to } }) => [from, to]);
  for (const id of [...changed].flatMap(beside)) touched.add(id);
  const inspections = [...touched].filter((id) => state.nodes.get(id)?.record.type === 'Inspection');
  for (const id of inspections.flatMap(beside)) touched.add(id);
  return touched;
}

/** The figure as it was made before where all that it rests on is the same. */
function figureOf(state: Exploration, node: ShownNode, grounds: Grounds): NodeFigure {
  const before = figuresBefore.get(node);
  if (before && areSame(state, before, grounds)) return before.figure;
  const figure = describeNode(state, node, grounds);
  figuresBefore.set(node, { ...grounds, far: farEnds(state, node.record.id, grounds.around), figure });
  return figure;
}

/** What the figure of a node rests on beside its record. */
interface Grounds {
  readonly looks: Exploration['looks'];
  /** Whether inspections have to say of which body they are. */
  readonly isOfSeveral: boolean;
  /** The inspection of a judgement. */
  readonly of: NodeId | null;
  readonly isDisputed: boolean;
  /** Its relationships: its caption and its size follow from them and from what is at their other ends. */
  readonly around: readonly ShownRelationship[];
}

interface KnownFigure extends Grounds {
  readonly far: readonly (ShownNode | undefined)[];
  readonly figure: NodeFigure;
}

const figuresBefore = new WeakMap<ShownNode, KnownFigure>();

function areSame(state: Exploration, before: KnownFigure, now: Grounds): boolean {
  return (
    before.looks === now.looks &&
    before.isOfSeveral === now.isOfSeveral &&
    before.of === now.of &&
    before.isDisputed === now.isDisputed &&
    before.around === now.around &&
    before.far.every((far) => far && state.nodes.get(far.record.id) === far)
  );
}

function farEnds(
  { nodes }: Exploration,
  id: NodeId,
  around: readonly ShownRelationship[],
): readonly (ShownNode | undefined)[] {
  return around.map(({ record: { from, to } }) => nodes.get(from === id ? to : from));
}

function describeNode(state: Exploration, node: ShownNode, { of, isDisputed, around }: Grounds): NodeFigure {
  if (node.record.type === 'Judgement') return describeChip(node, of, isDisputed);
  return describeMark(state, node, around.length);
}

function describeMark(state: Exploration, node: ShownNode, around: number): NodeFigure {
  const { id, type } = node.record;
  const { shape, tone } = nodeTypes[type].look;
  const isHub = type === 'Organisation' && around >= HUB;
  const ties = around >= MANY ? around : 0;
  const scale = scaleOf(state.looks, type);
  const [wide, high] = isHub ? HUB_SIZE : (sizes[type] ?? [22, 22]);
  const [width, height] = [wide * scale, high * scale];
  const label = labelNode(state, node, isHub);
  return {
    kind: 'mark',
    id,
    type,
    shape,
    tone,
    width,
    height,
    label,
    ties,
    box: boxOf(width, height, label),
  };
}

function describeChip(node: ShownNode, of: NodeId | null, isDisputed: boolean): NodeFigure {
  const { id, type, properties } = node.record;
  const chip = labelChip(node);
  const { width, height } = chip;
  return {
    kind: 'chip',
    id,
    type,
    shape: nodeTypes[type].look.shape,
    tone: rankTone(properties.grade?.rank, properties.grade?.of),
    width,
    height,
    chip,
    of,
    dispute: isDisputed ? `${of} ${properties.area ?? ''}` : null,
    box: { left: width / 2, right: width / 2, top: height / 2, bottom: height / 2 },
  };
}

function boxOf(width: number, height: number, label: NodeLabel): Box {
  const { lines, captions, size } = label;
  const face = textFace(label);
  const widths = [
    ...lines.map((line) => measureText(line, { size, face })),
    ...captions.map((line) => measureText(line, { size: CAPTION_SIZE, face: 'sans' })),
  ];
  const text = Math.max(0, ...widths);
  const tall = labelHeight(label);
  const half = { left: width / 2, right: width / 2, top: height / 2, bottom: height / 2 };
  if (label.place === 'right') return { ...half, right: width / 2 + LABEL_GAP * 2 + text };
  const side = Math.max(width, text) / 2;
  return { left: side, right: side, top: height / 2, bottom: height / 2 + LABEL_GAP + tall };
}

/** Height of the words in pixels at zoom 1. */
function labelHeight({ lines, captions, size }: NodeLabel): number {
  return lines.length * size * LINE_HEIGHT + captions.length * CAPTION_SIZE * LINE_HEIGHT;
}
