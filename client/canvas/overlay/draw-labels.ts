import { LABEL_GAP, LINE_HEIGHT } from '../drawing/describe-figure.ts';
import { CAPTION_SIZE, type NodeLabel } from '../drawing/node-label.ts';
import { chooseLabels, type LabelBox } from './choose-labels.ts';
import {
  fontOf,
  LINES_SPEAK_FROM,
  type PlacedNode,
  type PlacedRelationship,
  type Scene,
  textSize,
} from './scene.ts';

type Surface = CanvasRenderingContext2D;

const SHAPE = 60;
/** Two names beside each other are not to be read as one. */
const WORD_GAP = 2;

interface LabelToDraw {
  readonly box: LabelBox;
  readonly draw: () => void;
}

/**
 * Chooses the words of nodes and lines, as many as fit without touching each other, the more important first; gives
 * what draws them.
 */
export function prepareLabels(surface: Surface, scene: Scene): () => void {
  const shapes = scene.nodes.map(blockShape(scene));
  const names = chooseForms(surface, scene, shapes);
  const lines = scene.relationships.flatMap((line) => prepareLineLabel(surface, scene, line) ?? []);
  const badges = scene.relationships.flatMap((line) => prepareSources(surface, scene, line) ?? []);
  // Words of lines go where nothing else stands, badges included.
  const taken = [...shapes.map(withBadge), ...names.map(({ box }) => box)];
  const said = chooseLabels([
    ...taken.map((box) => ({ ...box, priority: Number.POSITIVE_INFINITY })),
    ...[...lines, ...badges].map(({ box }) => box),
  ]);
  const chosen = [...[...lines, ...badges].filter(({ box }) => said.has(box.id)), ...names];
  return () => {
    for (const { draw } of chosen) draw();
  };
}

/** A name with its captions, without them, or what is said in their place where not even that fits. */
const forms = ['whole', 'name', 'short'] as const;
type Form = (typeof forms)[number];

/** The words of each node in the longest form that has room: all that fit whole come first, then shorter ones between. */
function chooseForms(surface: Surface, scene: Scene, shapes: readonly LabelBox[]): readonly LabelToDraw[] {
  const chosen = new Map<string, LabelToDraw>();
  for (const form of forms) {
    const taken = [...chosen.values()].map(({ box }) => ({ ...box, priority: Number.POSITIVE_INFINITY }));
    const labels = scene.nodes
      .filter(({ drawn }) => !chosen.has(drawn.id))
      .flatMap((node) => prepareLabel(surface, scene, node, form) ?? []);
    const fitting = chooseLabels([...taken, ...labels.map(({ box }) => box), ...shapes]);
    for (const label of labels) if (fitting.has(label.box.id)) chosen.set(label.box.id, label);
  }
  return [...chosen.values()];
}

/** The label in this form; null where it has no such form of its own. */
function takeForm(label: NodeLabel, form: Form): NodeLabel | null {
  switch (form) {
    case 'whole':
      return label;
    case 'name':
      return label.captions.length > 0 ? { ...label, captions: [] } : null;
    case 'short':
      return label.short ? { ...label, lines: [], captions: [label.short] } : null;
  }
}

function withBadge(box: LabelBox): LabelBox {
  return { ...box, left: box.left - 10, right: box.right + 22, top: box.top - 10 };
}

/** Shapes are blocks that words must not cover, unless they are the words of what is selected or hovered. */
function blockShape({ zoom }: Scene) {
  return ({ drawn, at }: PlacedNode): LabelBox => {
    const inset = drawn.kind === 'chip' ? 0.9 : 0.8;
    return {
      id: `shape ${drawn.id}`,
      priority: SHAPE,
      left: at.x - (drawn.width / 2) * zoom * inset,
      right: at.x + (drawn.width / 2) * zoom * inset,
      top: at.y - (drawn.height / 2) * zoom * inset,
      bottom: at.y + (drawn.height / 2) * zoom * inset,
    };
  };
}

function prepareLabel(
  surface: Surface,
  scene: Scene,
  { drawn, at }: PlacedNode,
  form: Form,
): LabelToDraw | null {
  const label = drawn.kind === 'mark' ? takeForm(drawn.label, form) : null;
  if (drawn.kind !== 'mark' || !label) return null;
  const { palette, zoom } = scene;
  const size = textSize(label.size, zoom);
  const captionSize = textSize(CAPTION_SIZE, zoom);
  const font = fontOf(palette, label.face, size, label.bold);
  const captionFont = fontOf(palette, 'sans', captionSize, false);
  const width = Math.max(
    ...label.lines.map((line) => widthOf(surface, font, line)),
    ...label.captions.map((line) => widthOf(surface, captionFont, line)),
  );
  const height = label.lines.length * size * LINE_HEIGHT + label.captions.length * captionSize * LINE_HEIGHT;
  const isRight = label.place === 'right';
  const left = isRight ? at.x + (drawn.width / 2) * zoom + LABEL_GAP * 2 : at.x - width / 2;
  const top = isRight ? at.y - height / 2 : at.y + (drawn.height / 2) * zoom + LABEL_GAP;
  const box = {
    id: drawn.id,
    priority: priorityOf(scene, drawn),
    left: left - WORD_GAP,
    right: left + width + WORD_GAP,
    top,
    bottom: top + height,
  };
  const isQuote = label.face === 'serif';
  return {
    box,
    draw() {
      surface.textAlign = isRight ? 'left' : 'center';
      surface.textBaseline = 'middle';
      const x = isRight ? left : at.x;
      let y = top;
      for (const line of label.lines) {
        write(surface, scene, line, x, y + (size * LINE_HEIGHT) / 2, font, palette.ink);
        y += size * LINE_HEIGHT;
      }
      for (const line of label.captions) {
        const ink = isQuote ? palette.ink : palette.inkSoft;
        write(surface, scene, line, x, y + (captionSize * LINE_HEIGHT) / 2, captionFont, ink);
        y += captionSize * LINE_HEIGHT;
      }
    },
  };
}

function prepareLineLabel(
  surface: Surface,
  scene: Scene,
  { drawn, isWanted, middle }: PlacedRelationship,
): LabelToDraw | null {
  if (drawn.label === '' || (!isWanted && scene.zoom < LINES_SPEAK_FROM)) return null;
  const size = textSize(11, Math.min(scene.zoom, 1.1));
  const font = fontOf(scene.palette, 'sans', size, false);
  const width = widthOf(surface, font, drawn.label);
  const box = {
    id: drawn.id,
    priority: drawn.isSelected ? 70 : isWanted ? 40 : 1,
    left: middle.x - width / 2,
    right: middle.x + width / 2,
    top: middle.y - size * 0.7,
    bottom: middle.y + size * 0.7,
  };
  const ink = isWanted ? scene.palette.accent : scene.palette.inkSoft;
  return {
    box,
    draw() {
      surface.textAlign = 'center';
      surface.textBaseline = 'middle';
      write(surface, scene, drawn.label, middle.x, middle.y, font, ink);
    },
  };
}

/** The number of its sources in a small circle on the line; it gives way to all words but those of its own kind. */
function prepareSources(
  surface: Surface,
  scene: Scene,
  { drawn, isWanted, badge }: PlacedRelationship,
): LabelToDraw | null {
  if (!isWanted && scene.zoom < LINES_SPEAK_FROM) return null;
  const { palette } = scene;
  const reach = 8;
  return {
    box: {
      id: `sources ${drawn.id}`,
      priority: isWanted ? 35 : 0,
      left: badge.x - reach,
      right: badge.x + reach,
      top: badge.y - reach,
      bottom: badge.y + reach,
    },
    draw() {
      surface.beginPath();
      surface.arc(badge.x, badge.y, 7.5, 0, 2 * Math.PI);
      surface.fillStyle = palette.sheet;
      surface.fill();
      surface.lineWidth = 1;
      surface.strokeStyle = isWanted ? palette.accent : palette.rule;
      surface.stroke();
      surface.font = fontOf(palette, 'sans', 10.5, false);
      surface.fillStyle = isWanted ? palette.accent : palette.inkSoft;
      surface.textAlign = 'center';
      surface.textBaseline = 'middle';
      surface.fillText(drawn.sources > 99 ? '99' : `${drawn.sources}`, badge.x, badge.y + 0.5);
    },
  };
}

function write(
  surface: Surface,
  { palette }: Scene,
  text: string,
  x: number,
  y: number,
  font: string,
  ink: string,
): void {
  surface.font = font;
  surface.lineJoin = 'round';
  surface.lineWidth = 4;
  surface.strokeStyle = palette.ground;
  surface.strokeText(text, x, y);
  surface.fillStyle = ink;
  surface.fillText(text, x, y);
}

const priorities: Partial<Record<PlacedNode['drawn']['type'], number>> = {
  Inspection: 30,
  Person: 25,
  Organisation: 22,
  Region: 15,
  Quote: 12,
  Document: 10,
};

function priorityOf({ hovered, lit }: Scene, drawn: PlacedNode['drawn']): number {
  if (drawn.isSelected || drawn.isFocused) return 100;
  if (drawn.id === hovered) return 90;
  if (lit.has(drawn.id)) return 80;
  const isHub = drawn.kind === 'mark' && drawn.label.place === 'right';
  return isHub ? 50 : (priorities[drawn.type] ?? 5);
}

const widths = new Map<string, Map<string, number>>();
/** Words repeat from frame to frame and measuring them is dear, so widths are kept by font, up to a bound. */
const WIDTHS_KEPT = 20_000;
const FONTS_KEPT = 40;

function widthOf(surface: Surface, font: string, text: string): number {
  let known = widths.get(font);
  if (!known || known.size >= WIDTHS_KEPT) {
    if (widths.size >= FONTS_KEPT) widths.clear();
    known = new Map();
    widths.set(font, known);
  }
  const width = known.get(text);
  if (width !== undefined) return width;
  surface.font = font;
  const measured = surface.measureText(text).width;
  known.set(text, measured);
  return measured;
}
