import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { type ExplorerAction, isLetterPress, pressOf } from '../exploration/actions.ts';
import type { Camera, Look } from '../exploration/camera.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { neighboursNotShown } from '../exploration/visible.ts';
import { areLettersKeys } from '../ui/letter-keys.ts';
import './canvas.css';
import { takeLayout } from './layout/next-layout.ts';
import { type Palette, readPalette, tokenReader } from './look/read-palette.ts';
import { type CanvasCallbacks, type MountedCanvas, mountCanvas } from './mount-canvas.ts';
import type { Layers } from './overlay/start-overlay.ts';
import { type KeyAction, readKey } from './read-key.ts';
import { startCytoscape } from './start-cytoscape.ts';

/** What buttons outside the canvas can ask of it. */
export interface CanvasHandle {
  readonly fit: () => void;
  readonly zoom: (factor: number) => void;
  /** Moves the camera to the node if it is out of view. Selecting a node does this by itself. */
  readonly bringIntoView: (id: NodeId) => void;
  readonly focus: () => void;
  /** Tells whether there was anything to cancel. */
  readonly cancelArranging: () => boolean;
  /** The places of what a view has more than the one that is drawn; null where they do not come soon. */
  readonly placesFor: MountedCanvas['placesFor'];
  /** Where the user looks from; null before anything is drawn. */
  readonly camera: () => Camera | null;
}

interface CanvasProps extends Omit<CanvasCallbacks, 'onMenu' | 'onArranging' | 'onCamera'> {
  readonly state: Exploration;
  readonly look?: Look | null;
  /** Nodes cannot be dragged; whoever takes the commands lets none but harmless ones through. */
  readonly isReadOnly?: boolean;
  readonly onMenu?: CanvasCallbacks['onMenu'];
  /** A key for what the canvas cannot do by itself. */
  readonly onAsk?: (action: ExplorerAction, ids: readonly NodeId[]) => void;
  /** Escape gives up what is fetched for the reader, before anything of the canvas; tells whether there was anything. */
  readonly onCancel?: () => boolean;
  readonly onArranging?: CanvasCallbacks['onArranging'];
  readonly onCamera?: CanvasCallbacks['onCamera'];
  /** Any text that changes with the theme: colours are read anew from the tokens when it does. */
  readonly theme: string;
  readonly ref?: Ref<CanvasHandle>;
}

/**
 * The drawing of the exploration. It fills its parent, which has a size of its own. Nodes without a place are laid
 * out beside the main thread and sent back as a `place` command.
 */
export function Canvas({ state, look, theme, isReadOnly = false, ref, ...given }: CanvasProps) {
  const {
    onCommand,
    onExpand,
    onMenu = ignore,
    onArranging = ignore,
    onCamera = ignore,
    onAsk,
    onCancel,
  } = given;
  const frame = useRef<HTMLDivElement>(null);
  const shapes = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLCanvasElement>(null);
  const callbacks = useRef<CanvasCallbacks>({ onCommand, onExpand, onMenu, onArranging, onCamera });
  const [mounted, setMounted] = useState<MountedCanvas | null>(null);

  useEffect(() => {
    callbacks.current = { onCommand, onExpand, onMenu, onArranging, onCamera };
  });

  useEffect(() => {
    const [box, below, above] = [shapes.current, ground.current, words.current];
    if (!box || !below || !above) return;
    return mountWhenLoaded(box, { ground: below, words: above }, () => callbacks.current, setMounted);
  }, []);

  useEffect(() => mounted?.lock(isReadOnly), [mounted, isReadOnly]);

  useEffect(() => mounted?.draw(state), [mounted, state]);

  // After the drawing, so that it is the drawing of the state that came with it.
  useEffect(() => {
    if (mounted && look) mounted.look(look.camera);
  }, [mounted, look]);

  useEffect(() => {
    if (mounted && frame.current) return followTheme(frame.current, mounted, theme);
  }, [mounted, theme]);

  useImperativeHandle(
    ref,
    () => ({
      fit: () => mounted?.fit(),
      zoom: (factor) => mounted?.zoom(factor),
      bringIntoView: (id) => mounted?.bringIntoView(id),
      focus: () => frame.current?.focus(),
      cancelArranging: () => mounted?.cancelArranging() ?? false,
      placesFor: async (next) => mounted?.placesFor(next) ?? null,
      camera: () => mounted?.camera() ?? null,
    }),
    [mounted],
  );

  function pressKey(event: KeyboardEvent): void {
    if (!mounted || (isLetterPress(pressOf(event)) && !areLettersKeys())) return;
    const hasCancelled = event.key === 'Escape' && (onCancel?.() || mounted.cancelArranging());
    const action = hasCancelled ? null : readKey(state, mounted.drawing(), event);
    if (!action && !hasCancelled) return;
    event.preventDefault();
    event.stopPropagation();
    if (action) act(mounted, action);
  }

  function act(on: MountedCanvas, action: KeyAction): void {
    if (action.kind === 'fit') on.fit();
    if (action.kind === 'zoom') on.zoom(action.factor);
    if (action.kind === 'pan') on.pan(action.by);
    if (action.kind === 'expand') onExpand(action.id);
    if (action.kind === 'ask') onAsk?.(action.action, action.ids);
    if (action.kind === 'menu') onMenu(action.id, on.pointOf(action.id));
    if (action.kind !== 'command') return;
    onCommand(action.command);
    if (action.command.kind === 'focus' && action.command.id) on.bringIntoView(action.command.id);
  }

  return (
    <div
      ref={frame}
      className="canvas"
      // The outline is the accessible twin; here the arrow keys walk, which only “application” lets through.
      role="application"
      aria-label="Graph. Arrow keys walk along relationships, Enter selects, E expands, ? lists all keys."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one tab stop, with keys of its own.
      tabIndex={0}
      onKeyDown={pressKey}
      // Cytoscape takes the focus away when it is pressed; the keys go on where the hand was.
      onPointerUp={() => frame.current?.focus({ preventScroll: true })}
      data-ready={mounted ? '' : undefined}
    >
      <div className="canvas-picture" aria-hidden="true">
        <div ref={shapes} className="canvas-shapes" />
        <canvas ref={ground} className="canvas-layer" />
        <canvas ref={words} className="canvas-layer" />
      </div>
      <p className="canvas-speech" role="status">
        {sayFocus(state)}
      </p>
    </div>
  );
}

function ignore(): void {}

/** Starts Cytoscape and mounts the canvas on it; the cleanup also holds while it is still loading. */
function mountWhenLoaded(
  box: HTMLElement,
  layers: Layers,
  callbacks: () => CanvasCallbacks,
  onMounted: (mounted: MountedCanvas | null) => void,
): () => void {
  let isGone = false;
  let mounted: MountedCanvas | null = null;
  const sizes = new ResizeObserver(() => mounted?.resize());
  const { read, done } = tokenReader(box.parentElement ?? box);
  const palette = readPalette(read);
  done();
  // It works while Cytoscape and the typefaces are waited for.
  const layout = takeLayout();
  void Promise.all([startCytoscape(box, palette), loadFaces(palette)]).then(([cy]) => {
    if (isGone) {
      cy.destroy();
      return;
    }
    mounted = mountCanvas(cy, layers, layout, palette, callbacks);
    sizes.observe(box);
    onMounted(mounted);
  });
  return () => {
    isGone = true;
    sizes.disconnect();
    mounted?.stop();
    layout.stop();
    mounted = null;
    onMounted(null);
  };
}

/** Words are measured once and drawn at once, so that their typefaces must be there before. */
function loadFaces({ sans, serif }: Palette): Promise<unknown> {
  const faces = [`400 12px ${sans}`, `600 12px ${sans}`, `italic 400 12px ${serif}`];
  return Promise.all(faces.map((face) => document.fonts.load(face)));
}

/** Reads the colours for the theme, and again when the system's theme or its forced colours change. */
function followTheme(frame: HTMLElement, mounted: MountedCanvas, _theme: string): () => void {
  const apply = () => {
    const { read, done } = tokenReader(frame);
    mounted.restyle(readPalette(read));
    done();
  };
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    window.matchMedia(query),
  );
  apply();
  for (const query of queries) query.addEventListener('change', apply);
  return () => {
    for (const query of queries) query.removeEventListener('change', apply);
  };
}

/** What a screen reader hears when the keyboard comes to a node. */
function sayFocus(state: Exploration): string {
  const node = state.focus && state.nodes.get(state.focus);
  if (!node) return '';
  const { record } = node;
  const more = neighboursNotShown(state, record.id).reduce((sum, { neighbours }) => sum + neighbours, 0);
  return [
    record.properties.name,
    nodeTypes[record.type].words.one,
    state.selection.includes(record.id) ? 'selected' : '',
    record.disputed.length > 0 ? 'disputed' : '',
    more > 0 ? `${more} neighbours not shown` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
