/*
 * Everything that can be done on the canvas, with its keys: said once. The canvas, the outline and the table read
 * their keys from here, the list of keys (`?`) and the hints in menus are printed from here, and a test holds every
 * gesture, node action and menu item to a row of this table.
 */

interface ActionRow {
  /** What it does, for the list of keys: lower case, without a full stop. */
  readonly does: string;
  /** How a hand does it; null where there is nothing to be done by hand. */
  readonly hand: string | null;
  /** The keys while the canvas has the focus; a press as `pressOf` names it. */
  readonly canvas: readonly string[];
  /** The keys in the outline and the table. */
  readonly lists: readonly string[];
  /** Whether these keys hold on the whole page, too. */
  readonly page?: true;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const withKey = (key: string, presses: readonly string[]) => presses.map((press) => `${key}+${press}`);
const both = (...presses: string[]) => ({ canvas: presses, lists: presses });
const everywhere = (...presses: string[]) => ({ ...both(...presses), page: true }) as const;

const explorerActions = {
  search: { does: 'search; choosing brings onto the view', hand: 'the search box', ...everywhere('/') },
  walk: {
    does: 'walk along relationships; in the outline to what is related, in the table from cell to cell',
    hand: 'point at it',
    ...both(...arrows),
  },
  select: { does: 'select', hand: 'click', ...both('Enter') },
  addToSelection: {
    does: 'add to the selection, or take out of it',
    hand: 'click with Shift or Ctrl',
    ...both('Shift+Enter', 'Space'),
  },
  extendSelection: {
    does: 'select from here to the next row, and so on',
    hand: 'click with Shift',
    canvas: [],
    lists: ['Shift+ArrowDown', 'Shift+ArrowUp'],
  },
  selectAll: { does: 'select all that can be seen', hand: 'drag a box with Shift', ...both('Ctrl+a') },
  selectNeighbours: { does: 'add the neighbours to the selection', hand: null, ...both('a') },
  selectRelationship: {
    does: 'select the next relationship of the node; with Shift the one before',
    hand: 'click on the line',
    ...both('r', 'Shift+r'),
  },
  letGo: {
    does: 'give up what is fetched, then a long arrangement; let go of the selection, then of what else is open',
    hand: 'click on the ground',
    ...everywhere('Escape'),
  },
  nextPanel: {
    does: 'to the next panel, or the canvas; with Shift to the one before',
    hand: 'click into it',
    ...everywhere('F6', 'Shift+F6'),
  },
  menu: {
    does: 'all that can be done with the node, or with the relationship that is selected',
    hand: 'right click, or press long',
    ...both('ContextMenu', 'Shift+F10'),
  },
  expand: { does: 'expand: bring the neighbours in', hand: 'double click', ...everywhere('e') },
  choose: {
    does: 'expand by relationship',
    hand: 'its menu',
    ...everywhere('Shift+e'),
  },
  collapse: { does: 'collapse: take away what expanding brought', hand: 'its menu', ...everywhere('c') },
  hide: { does: 'hide', hand: 'its menu', ...everywhere('h') },
  reveal: { does: 'show again all that was hidden', hand: 'the outline', ...everywhere('Shift+h') },
  remove: {
    does: 'remove from the view, not from the graph',
    hand: 'its menu',
    ...everywhere('Delete'),
  },
  pin: { does: 'pin to its place, or unpin', hand: 'its menu', ...everywhere('p') },
  move: { does: 'move the node, which pins it', hand: 'drag it', ...both(...withKey('Alt', arrows)) },
  findPath: {
    does: 'find paths: from what is selected, or between two that are',
    hand: 'its menu',
    ...everywhere('w'),
  },
  stepPath: {
    does: 'the next of the paths that were found; with Shift the one before',
    hand: 'the list of paths',
    ...everywhere('n', 'Shift+n'),
  },
  link: {
    does: 'link a quote: to its speaker, its subject and its document',
    hand: 'its menu',
    ...everywhere('l'),
  },
  edit: {
    does: 'edit the facts of what is selected, with their sources',
    hand: 'its button in the details',
    ...everywhere('i'),
  },
  settle: {
    does: 'settle what the sources disagree on',
    hand: 'its button where they do',
    ...everywhere('d'),
  },
  merge: {
    does: 'merge two that stand for the same thing, seen side by side',
    hand: 'its button in the details',
    ...everywhere('m'),
  },
  create: { does: 'add an entity to the graph', hand: 'its button in the details', ...everywhere('Shift+i') },
  relate: {
    does: 'relate it to another, or the two that are selected',
    hand: 'its button in the details',
    ...everywhere('Shift+l'),
  },
  judge: {
    does: 'record a judgement of the inspection',
    hand: 'its button in the details',
    ...everywhere('g'),
  },
  delete: {
    does: 'delete it from the graph, for everybody',
    hand: 'its button in the details',
    ...everywhere('Shift+Delete'),
  },
  changes: {
    does: 'its changes: who, when, why, and what was before',
    hand: 'its menu',
    ...everywhere('j'),
  },
  recentChanges: {
    does: 'the changes of the whole graph, the newest first',
    hand: 'its tab beside the changes of a node',
    ...everywhere('Shift+j'),
  },
  query: { does: 'query the node in the playground', hand: 'its menu', ...everywhere('q') },
  findShared: {
    does: 'list what the selected nodes share',
    hand: 'the menu of one of them',
    ...everywhere('s'),
  },
  cite: { does: 'cite the node: a citation to be copied', hand: 'its menu', ...everywhere('Shift+c') },
  export: {
    does: 'export a picture or the data, or copy the view as a query',
    hand: 'its button',
    ...everywhere('x'),
  },
  pan: {
    does: 'move the picture; the lists scroll instead, and what is selected there comes into the picture',
    hand: 'drag the ground',
    canvas: withKey('Shift', arrows),
    lists: ['PageDown', 'PageUp', 'Home', 'End'],
  },
  zoom: { does: 'zoom in and out', hand: 'turn the wheel, or pinch', ...everywhere('+', '=', '-', '−') },
  fit: { does: 'fit everything into the window', hand: 'its button', ...everywhere('f') },
  undo: { does: 'undo the last step', hand: 'its button', ...everywhere('Ctrl+z') },
  redo: { does: 'redo it', hand: 'its button', ...everywhere('Ctrl+Shift+z', 'Ctrl+y') },
  history: {
    does: 'the history: every step, to go back to or on to',
    hand: 'its button beside “Undo”',
    ...everywhere('u'),
  },
  views: { does: 'views: save, open, files', hand: 'its button', ...everywhere('v') },
  help: { does: 'this list', hand: 'its button', ...everywhere('?') },
} as const satisfies Record<string, ActionRow>;

export type ExplorerAction = keyof typeof explorerActions;
export type KeyPlace = 'canvas' | 'lists' | 'page';

export const explorerActionNames = Object.keys(explorerActions) as readonly ExplorerAction[];

/** The row with its parts as the table's type has them, which `as const` narrows too far to be walked through. */
export function actionRow(action: ExplorerAction): ActionRow {
  return explorerActions[action];
}

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The press as the table names it: `Ctrl+Shift+z`, `Alt+ArrowUp`, `Space`, `?`. Letters are small, whatever Caps
 * Lock says; Shift is part of a sign such as `?` and is not named beside it. The Command key counts as Ctrl.
 */
export function pressOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): string {
  const isSign = key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase();
  return [
    ctrlKey || metaKey ? 'Ctrl+' : '',
    altKey ? 'Alt+' : '',
    shiftKey && !isSign ? 'Shift+' : '',
    key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key === 'Backspace' ? 'Delete' : key,
  ].join('');
}

/** What the press does in this place; null where it does nothing there. */
export function actionOfPress(place: KeyPlace, press: string): ExplorerAction | null {
  return (
    explorerActionNames.find((action) => {
      const row = actionRow(action);
      return (place === 'page' ? (row.page ? row.canvas : []) : row[place]).includes(press);
    }) ?? null
  );
}

/** Whether the press is of a letter alone, which some who speak or whose hands shake press unawares. */
export function isLetterPress(press: string): boolean {
  return /^(Shift\+)?\p{L}$/u.test(press);
}

const keyWords: Partial<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  ContextMenu: 'Menu',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};

/** The press as it is printed on keys: `Shift+e` → `Shift`, `E`. */
export function printPress(press: string): readonly string[] {
  // A plus at the end is the key itself.
  return press.split(/\+(?=.)/).map((key) => keyWords[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

/** The first key of an action for a menu or a tip: `Shift E`. */
export function hintOf(action: ExplorerAction): string {
  return printPress(actionRow(action).canvas[0] ?? '').join(' ');
}
