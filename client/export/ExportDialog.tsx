import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { printCount } from '../../schema/print-count.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { chooseScope, type Scope, scopes, scopeWords } from './choose-scope.ts';
import './export.css';
import type { ExportChoices } from './export-choices.ts';
import { type ExportFormat, exportFormats, formatRow } from './export-formats.ts';
import { grounds, type PictureGround, type PictureMaker } from './picture-maker.ts';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly exploration: Exploration;
  readonly format: ExportFormat;
  /** What the view is called; the file is named after it. */
  readonly title: string;
  readonly version: string;
  readonly makePicture: PictureMaker;
  /** The file was handed to the browser; the words say its name and what is to be known of it. */
  readonly onSaved: (words: string) => void;
  readonly onClose: () => void;
}

/** What is saved, of what, and how. Every file has a legend and its sources with their licences. */
export function ExportDialog(props: ExportDialogProps) {
  const { exploration, title, version, makePicture, onSaved, onClose } = props;
  const [choices, setChoices] = useState<ExportChoices>({
    format: props.format,
    scope: 'visible',
    scale: 2,
    ground: 'light',
    hasMark: false,
  });
  const { state, save } = useExport({ exploration, title, version, makePicture });
  const change = (changed: Partial<ExportChoices>) => setChoices({ ...choices, ...changed });
  const submit = async () => {
    const words = await save(choices);
    if (words === null) return;
    onSaved(words);
    onClose();
  };
  return (
    <Dialog title="Export" onClose={onClose}>
      <form
        className="export"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Choices
          legend="Format"
          name="format"
          chosen={choices.format}
          options={exportFormats.map((key) => ({
            key,
            words: formatRow(key).words,
            note: formatRow(key).says,
          }))}
          onChoose={(format) => change({ format })}
        />
        <ScopeChoice
          exploration={exploration}
          chosen={choices.scope}
          onChoose={(scope) => change({ scope })}
        />
        <FormatChoices choices={choices} onChange={change} />
        <p className="export-note">The legend, the sources and their licences are part of the file.</p>
        {state.kind === 'failed' && (
          <p className="export-failed" role="alert">
            {state.words}
          </p>
        )}
        <div className="export-end">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="strong"
            icon={<Download aria-hidden="true" />}
            // A file of nothing helps nobody.
            disabled={state.kind === 'busy' || chooseScope(exploration, choices.scope).nodes.size === 0}
            submits
          >
            {state.kind === 'busy' ? 'Fetching the sources …' : `Save ${formatRow(choices.format).words}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ScopeChoice({
  exploration,
  chosen,
  onChoose,
}: {
  readonly exploration: Exploration;
  readonly chosen: Scope;
  readonly onChoose: (scope: Scope) => void;
}) {
  const options = scopes.map((key) => {
    const count = chooseScope(exploration, key).nodes.size;
    const words = scopeWords[key];
    return {
      key,
      words: words.charAt(0).toUpperCase() + words.slice(1),
      note: count === 1 ? '1 node' : `${printCount(count)} nodes`,
      isOff: count === 0,
    };
  });
  return <Choices legend="What" name="scope" chosen={chosen} options={options} onChoose={onChoose} />;
}

interface FormatChoicesProps {
  readonly choices: ExportChoices;
  readonly onChange: (changed: Partial<ExportChoices>) => void;
}

/** What is to be chosen for the format alone. */
function FormatChoices({ choices, onChange }: FormatChoicesProps): ReactNode {
  const { format, ground, scale, hasMark } = choices;
  if (format === 'csv')
    return (
      <label className="export-check">
        <input
          type="checkbox"
          checked={hasMark}
          onChange={(event) => onChange({ hasMark: event.target.checked })}
        />
        Mark the tables as UTF-8, which Excel needs for accents (BOM)
      </label>
    );
  if (format !== 'png' && format !== 'svg') return null;
  return (
    <>
      <Choices
        legend="Ground"
        name="ground"
        chosen={ground}
        options={grounds.map((key) => ({ key, words: groundWords[key] }))}
        onChoose={(next) => onChange({ ground: next })}
      />
      {format === 'png' && (
        <Choices
          legend="Size"
          name="scale"
          chosen={scale}
          options={([1, 2, 3] as const).map((key) => ({ key, words: `${key}×` }))}
          onChoose={(next) => onChange({ scale: next })}
        />
      )}
    </>
  );
}

const groundWords: Record<PictureGround, string> = {
  light: 'Light',
  dark: 'Dark',
  transparent: 'Transparent',
};

interface ChoicesProps<Key extends string | number> {
  readonly legend: string;
  readonly name: string;
  readonly chosen: Key;
  readonly options: readonly {
    readonly key: Key;
    readonly words: string;
    readonly note?: string;
    readonly isOff?: boolean;
  }[];
  readonly onChoose: (key: Key) => void;
}

function Choices<Key extends string | number>({
  legend,
  name,
  chosen,
  options,
  onChoose,
}: ChoicesProps<Key>) {
  return (
    <fieldset className="export-choices">
      <legend>{legend}</legend>
      {options.map(({ key, words, note, isOff = false }) => (
        <label key={key} className="export-choice">
          <input
            type="radio"
            name={name}
            checked={key === chosen}
            disabled={isOff}
            onChange={() => onChoose(key)}
          />
          <span>{words}</span>
          {note && <span className="export-choice-note">{note}</span>}
        </label>
      ))}
    </fieldset>
  );
}
