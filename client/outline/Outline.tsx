import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type NodeId, parseNodeId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { actionOfPress, type ExplorerAction, isLetterPress, pressOf } from '../exploration/actions.ts';
import { nodesMeant } from '../exploration/command-of-action.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { areLettersKeys } from '../ui/letter-keys.ts';
import { flattenOutline, listOutline } from './list-outline.ts';
import { ITEM, OutlineItem } from './OutlineItem.tsx';
import './outline.css';

interface OutlineProps {
  readonly exploration: Exploration;
  readonly onSelect: (id: NodeId, adds: boolean) => void;
  /** A key that does something, as on the canvas; tells whether it did. */
  readonly onAct: (action: ExplorerAction, ids: readonly NodeId[], press: string) => boolean;
  readonly onMenu: (id: NodeId, at: { readonly x: number; readonly y: number }) => void;
  readonly onReveal: (ids: readonly NodeId[]) => void;
}

/**
 * The canvas as a tree to be read and walked through by keyboard: one tab stop, arrows to move, and the same keys
 * as on the canvas.
 */
export function Outline({ exploration, onSelect, onAct, onMenu, onReveal }: OutlineProps) {
  const contents = useMemo(() => listOutline(exploration), [exploration]);
  const order = useMemo(() => flattenOutline(contents), [contents]);
  const tree = useRef<HTMLDivElement>(null);
  const [wanted, setCurrent] = useState<NodeId | null>(null);
  const selected = exploration.selection.at(-1);
  const current = order.find((id) => id === wanted) ?? order.find((id) => id === selected) ?? order[0];

  useEffect(() => {
    const chosen = order.find((id) => id === selected);
    if (!chosen) return;
    setCurrent(chosen);
    itemOf(tree.current, chosen)?.scrollIntoView({ block: 'nearest' });
  }, [order, selected]);

  const moveTo = (index: number) => {
    const id = order[Math.max(0, Math.min(order.length - 1, index))];
    if (!id) return;
    setCurrent(id);
    itemOf(tree.current, id)?.focus();
  };

  const openMenu = (id: NodeId) => {
    const box = itemOf(tree.current, id)?.getBoundingClientRect();
    onMenu(id, { x: box?.left ?? 0, y: box?.bottom ?? 0 });
  };

  const press = (id: NodeId, pressed: string): boolean => {
    const action = actionOfPress('lists', pressed);
    const at = order.indexOf(id);
    const step = stepsFrom(at, order.length)[pressed];
    if (step !== undefined) moveTo(step);
    else if (action === 'select' || action === 'addToSelection') onSelect(id, action !== 'select');
    else if (action === 'menu') openMenu(id);
    else if (!action || !onAct(action, nodesMeant(exploration, id), pressed)) return false;
    // A node that goes leaves the keyboard on its neighbour.
    else if (action === 'remove' || action === 'hide') moveTo(at > 0 ? at - 1 : at + 1);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = pressOf(event);
    if (!current || (isLetterPress(pressed) && !areLettersKeys()) || !press(current, pressed)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shared = { exploration, current, onSelect, onMenu };
  return (
    <div className="outline">
      <p className="outline-help">
        Arrows move, Enter selects. <kbd className="key">E</kbd> expands, <kbd className="key">?</kbd> lists
        all keys.
      </p>
      <div
        ref={tree}
        role="tree"
        aria-label="What is on the canvas"
        className="outline-tree"
        onKeyDown={onKeyDown}
        onFocus={(event) => setCurrent(idOf(event.target))}
      >
        {contents.groups.map(({ type, items }) => (
          <div key={type} role="none">
            <p className="outline-type" aria-hidden="true">
              {nodeTypes[type].words.many} <span className="outline-count">{items.length}</span>
            </p>
            {/* biome-ignore lint/a11y/useSemanticElements: a group within a tree has no element of its own. */}
            <div role="group" aria-label={nodeTypes[type].words.many}>
              {items.map(({ node, below }) => (
                <OutlineItem key={node.record.id} node={node} level={1} below={below} {...shared} />
              ))}
            </div>
          </div>
        ))}
      </div>
      {contents.hidden.length > 0 && (
        <section className="outline-hidden" aria-labelledby="outline-hidden">
          <h3 id="outline-hidden">Hidden</h3>
          <ul>
            {contents.hidden.map(({ record }) => (
              <li key={record.id}>
                <span>{record.properties.name}</span>{' '}
                <button type="button" className="text-button" onClick={() => onReveal([record.id])}>
                  show again
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function stepsFrom(at: number, length: number): Partial<Record<string, number>> {
  return {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: length - 1,
    PageDown: at + 10,
    PageUp: at - 10,
  };
}

/** The node of an item; null for what is no item. */
function idOf(element: Element): NodeId | null {
  return parseNodeId(element.closest('[role=treeitem]')?.id.slice(ITEM.length) ?? '');
}

function itemOf(tree: HTMLElement | null, id: NodeId): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[id="${ITEM}${id}"]`) ?? null;
}
