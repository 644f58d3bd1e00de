import { actionRow, explorerActionNames, printPress } from '../exploration/actions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useLetterKeys } from '../ui/letter-keys.ts';

/** All that can be done, by key and by hand: printed from the table that the keys are read from. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [areLetters, setLetters] = useLetterKeys();
  return (
    <Dialog title="Keys" onClose={onClose} isWide>
      <label className="keys-letters">
        <input type="checkbox" checked={areLetters} onChange={(event) => setLetters(event.target.checked)} />
        Letters by themselves are keys
      </label>
      <table className="keys">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">On the canvas</th>
            <th scope="col">In outline and table</th>
            <th scope="col">By hand</th>
          </tr>
        </thead>
        <tbody>
          {explorerActionNames.map((action) => {
            const { does, hand, canvas, lists } = actionRow(action);
            return (
              <tr key={action}>
                <th scope="row">{does}</th>
                <Keys presses={canvas} />
                <Keys presses={lists} />
                <td>{hand ?? 'by key alone'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
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
