import { actionRow, type ExplorerAction, explorerActionNames, printPress } from '../exploration/actions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useLetterKeys } from '../ui/letter-keys.ts';

/** All that can be done, by key and by hand: printed from the table that the keys are read from. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [areLetters, setLetters] = useLetterKeys();
  return (
    <Dialog title="Keys" onClose={onClose} isWide>
      <label className="keys-letters">
        <input type="checkbox" checked={areLetters} onChange={(event) => setLetters(event.target.checked)} />
        Single letters are keys. Switch this off if you speak to your computer, or press keys unawares.
      </label>
      <p className="keys-rule">
        A key acts on what is selected, wherever it is pressed; while nothing is, on the node or the row where
        the keyboard is.
      </p>
      <table className="keys">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">On the canvas</th>
            <th scope="col">In outline and table</th>
            <th scope="col">By hand</th>
          </tr>
        </thead>
        {groupActions().map(({ title, actions }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={4} className="keys-group">
                {title}
              </th>
            </tr>
            {actions.map((action) => (
              <ActionKeys key={action} action={action} />
            ))}
          </tbody>
        ))}
      </table>
    </Dialog>
  );
}

/** The action with which each group of the list begins. */
const groupTitles: Partial<Record<ExplorerAction, string>> = {
  search: 'Find and select',
  expand: 'Change the view',
  findPath: 'Find paths',
  link: 'Correct and add',
  query: 'Ask, cite, take away',
  pan: 'Picture and page',
};

function groupActions() {
  const groups: { readonly title: string; readonly actions: ExplorerAction[] }[] = [];
  for (const action of explorerActionNames) {
    const title = groupTitles[action];
    if (title) groups.push({ title, actions: [] });
    groups.at(-1)?.actions.push(action);
  }
  return groups;
}

function ActionKeys({ action }: { readonly action: ExplorerAction }) {
  const { does, hand, canvas, lists } = actionRow(action);
  return (
    <tr>
      <th scope="row">{does}</th>
      <Keys presses={canvas} />
      <Keys presses={lists} />
      <td>{hand ?? 'by key alone'}</td>
    </tr>
  );
}

function Keys({ presses }: { readonly presses: readonly string[] }) {
  return (
    <td>
      {groupArrows(presses).map((keys) => (
        <span key={keys.join()} className="keys-press">
          {keys.map((key) => (
            <kbd key={key} className="key">
              {key}
            </kbd>
          ))}
        </span>
      ))}
    </td>
  );
}

/** Four arrows are one thing to read; signs that stand on one key with another are said once. */
function groupArrows(presses: readonly string[]): readonly (readonly string[])[] {
  const isArrow = (press: string) => /Arrow(Left|Right|Up|Down)$/.test(press);
  const first = presses.find(isArrow);
  const arrows = first ? [[...printPress(first).slice(0, -1), 'Arrows']] : [];
  const others = presses.filter((press) => !isArrow(press) && press !== '=' && press !== '−');
  return [...arrows, ...others.map(printPress)];
}
