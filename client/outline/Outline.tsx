import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { actionOfPress, type ExplorerAction, isLetterPress, pressOf } from '../exploration/actions.ts';
import { nodesForKey } from '../exploration/command-of-action.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { selectRange } from '../exploration/select-range.ts';
import { areLettersKeys } from '../ui/letter-keys.ts';
import { Notice } from '../ui/Notice.tsx';
import type { OutlineRow } from './list-rows.ts';
import { OutlineLine } from './OutlineLine.tsx';
import './outline.css';
import { useOutline } from './use-outline.ts';
import { useTypeahead } from './use-typeahead.ts';

type Selected = NodeId | RelationshipId;

interface OutlineProps {
  readonly exploration: Exploration;
  readonly onSelect: (ids: readonly Selected[]) => void;
  /** A key that does something, as on the canvas; tells whether it did. */
  readonly onAct: (action: ExplorerAction, ids: readonly NodeId[], press: string) => boolean;
  readonly onMenu: (id: Selected, at: { readonly x: number; readonly y: number }) => void;
  readonly onReveal: (ids: readonly NodeId[]) => void;
}

/**
 * The canvas as a tree to be read and walked through by keyboard: one tab stop, arrows to move and to go along
 * relationships, and the same keys as on the canvas.
 */
export function Outline({ exploration, onSelect, onAct, onMenu, onReveal }: OutlineProps) {
  const outline = useOutline(exploration);
  const { rows, current, list, goTo } = outline;
  const typeahead = useTypeahead(outline.find);
  const anchor = useRef<Selected | null>(null);
  const { selection } = exploration;

  const select = (id: Selected, how: 'alone' | 'toggled' | 'ranged') => {
    const order = rows.flatMap((row) => idOf(row) ?? []);
    if (how === 'ranged') return onSelect(selectRange(order, anchor.current ?? selection.at(-1) ?? id, id));
    anchor.current = id;
    const others = selection.filter((each) => each !== id);
    if (how === 'alone') onSelect([id]);
    else onSelect(selection.includes(id) ? others : [...others, id]);
  };
  const openMenu = (id: Selected, index: number) => {
    const box = list.scroller.current?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
    onMenu(id, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
  };
  /** Enter and Space on a row, by mouse a click. */
  const choose = (row: OutlineRow, how: 'alone' | 'toggled' | 'ranged') => {
    const id = idOf(row);
    if (id) select(id, how);
    else if (row.kind === 'hidden') onReveal([row.node.record.id]);
    else if ('opening' in row) outline.open(row.key, row.opening.depth > 0 ? 0 : 1);
  };
  const extend = (to: number) => {
    const row = rows[to];
    const here = rows[current];
    if (!row) return;
    anchor.current ??= (here && idOf(here)) ?? null;
    goTo(to);
    const id = idOf(row);
    if (id) select(id, 'ranged');
  };

  const press = (row: OutlineRow, pressed: string): boolean => {
    const action = actionOfPress('lists', pressed);
    const id = idOf(row);
    if (action === 'extendSelection') extend(current + (pressed.endsWith('Down') ? 1 : -1));
    else if (action === 'select' || action === 'addToSelection')
      choose(row, action === 'select' ? 'alone' : 'toggled');
    else if (outline.move(pressed)) return true;
    else if (row.kind === 'hidden' && action === 'hide') onReveal([row.node.record.id]);
    else if (id && action === 'menu') openMenu(id, current);
    else if (row.kind !== 'node') return action === 'selectAll' && onAct(action, [], pressed);
    else return action !== null && onAct(action, nodesForKey(exploration, row.node.record.id), pressed);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    const pressed = pressOf(event);
    const isOff = isLetterPress(pressed) && !areLettersKeys();
    const isKey = !isOff && actionOfPress('lists', pressed) !== null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isTyped = isPlain && typeahead.take(event.key, isKey);
    if (!row || (!isTyped && (isOff || !press(row, pressed)))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="outline">
      {rows.length === 0 && (
        <Notice title="Nothing to list">
          There is nothing on the canvas. What is opened, found or added stands here as a list.
        </Notice>
      )}
      <p className="outline-help" aria-live="off" hidden={rows.length === 0}>
        {typeahead.typed === null ? (
          <>
            <kbd className="key">→</kbd> opens relationships and walks along them,{' '}
            <kbd className="key">'</kbd> finds a name, <kbd className="key">?</kbd> lists all keys.
          </>
        ) : (
          <>Begins with “{typeahead.typed}”</>
        )}
      </p>
      <div
        ref={list.scroller}
        hidden={rows.length === 0}
        role="tree"
        aria-label="What is on the canvas"
        aria-multiselectable="true"
        className="outline-tree"
        onKeyDown={onKeyDown}
      >
        <div role="none" className="outline-rows" style={{ height: list.rows.getTotalSize() }}>
          {list.rows.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <OutlineLine
                  key={row.key}
                  measure={list.rows.measureElement}
                  exploration={exploration}
                  row={row}
                  index={index}
                  start={start}
                  isCurrent={index === current}
                  onFocus={() => outline.setWanted(row.key)}
                  onChoose={(event) => {
                    outline.setWanted(row.key);
                    choose(row, howOf(event));
                  }}
                  onOpen={(depth) => outline.open(row.key, depth)}
                  onWalk={(to) => outline.walk(row, to)}
                  onExpand={(id) => onAct('expand', [id], '')}
                  onMenu={onMenu}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

function howOf(event: MouseEvent): 'alone' | 'toggled' | 'ranged' {
  if (event.shiftKey) return 'ranged';
  return event.ctrlKey || event.metaKey ? 'toggled' : 'alone';
}

/** What a row selects; null for a heading and for what is hidden. */
function idOf(row: OutlineRow): Selected | null {
  if (row.kind === 'node') return row.node.record.id;
  return row.kind === 'relationship' ? row.relationship.record.id : null;
}
