import type { NodeId } from '../../schema/ids.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { Drawing } from './drawing/drawing.ts';
import { type Heading, walkFrom } from './walk.ts';

/** What a key on the canvas comes to. */
export type KeyAction =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'expand'; readonly id: NodeId }
  | { readonly kind: 'menu'; readonly id: NodeId }
  | { readonly kind: 'fit' }
  | { readonly kind: 'zoom'; readonly factor: number };

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const ZOOM_STEP = 1.25;

/** What the key does in this view; null where it is not the canvas's, so that others may have it. */
export function readKey(state: Exploration, drawing: Drawing, key: Key): KeyAction | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  switch (key.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return walk(state, drawing, key.key);
    case '+':
    case '=':
      return { kind: 'zoom', factor: ZOOM_STEP };
    case '-':
    case '−':
      return { kind: 'zoom', factor: 1 / ZOOM_STEP };
    case 'f':
    case 'F':
      return { kind: 'fit' };
    case 'Escape':
      return letGo(state);
    default:
      return actOnNodes(state, drawing, key);
  }
}

function walk(state: Exploration, drawing: Drawing, heading: Heading): KeyAction | null {
  const from = state.focus ?? selectedNodes(state, drawing).at(-1) ?? null;
  const id = walkFrom(drawing, from, heading);
  return id && { kind: 'command', command: { kind: 'focus', id } };
}

/** One thing at a time: the selection first, then the place of the keyboard; then the key is the page's. */
function letGo(state: Exploration): KeyAction | null {
  if (state.selection.length > 0) return { kind: 'command', command: { kind: 'select', ids: [] } };
  return state.focus ? { kind: 'command', command: { kind: 'focus', id: null } } : null;
}

function actOnNodes(state: Exploration, drawing: Drawing, { key, shiftKey }: Key): KeyAction | null {
  const focus = state.focus && drawing.nodes.has(state.focus) ? state.focus : null;
  const selected = selectedNodes(state, drawing);
  // Where the keyboard is, unless that is one of several that are selected: then all of them are meant.
  const ids = focus && !selected.includes(focus) ? [focus] : selected;
  const id = focus ?? selected.at(-1);
  if (!id) return null;
  switch (key) {
    case 'Enter': {
      const others = shiftKey ? state.selection.filter((each) => each !== id) : [];
      return { kind: 'command', command: { kind: 'select', ids: [...others, id] } };
    }
    case 'e':
    case 'E':
      return { kind: 'expand', id };
    case 'c':
    case 'C':
      return { kind: 'command', command: { kind: 'collapse', of: id } };
    case 'h':
    case 'H':
      return { kind: 'command', command: { kind: 'hide', ids } };
    case 'p':
    case 'P':
      return { kind: 'command', command: { kind: 'pin', ids, pinned: !state.pinned.has(id) } };
    case 'Delete':
    case 'Backspace':
      return { kind: 'command', command: { kind: 'remove', ids } };
    case 'ContextMenu':
      return { kind: 'menu', id };
    default:
      return null;
  }
}

function selectedNodes(state: Exploration, drawing: Drawing): readonly NodeId[] {
  return state.selection.filter((id): id is NodeId => drawing.nodes.has(id as NodeId));
}
