import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import { type Loading, sayFailure } from '../api/failures.ts';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { localDay } from '../ui/local-day.ts';
import { Placeholder } from '../ui/Notice.tsx';
import './cite.css';
import { loadReference } from './load-reference.ts';
import type { Reference } from './reference.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeCsl } from './write-csl.ts';
import { writePlain } from './write-plain.ts';

interface CiteDialogProps {
  readonly id: NodeId | RelationshipId;
  readonly tell: (words: string, tone?: 'news' | 'failure') => void;
  readonly onClose: () => void;
}

const styles = {
  plain: { words: 'Plain', write: writePlain },
  bibtex: { words: 'BibTeX', write: writeBibtex },
  csl: { words: 'CSL JSON', write: writeCsl },
} as const satisfies Record<string, { words: string; write: (reference: Reference) => string }>;
type Style = keyof typeof styles;
const styleNames = Object.keys(styles) as readonly Style[];

/** A citation of the record, to be copied: it names the documents, the places in them, and our stable address. */
export function CiteDialog({ id, tell, onClose }: CiteDialogProps) {
  const state = useReference(id);
  const [style, setStyle] = useState<Style>('plain');
  return (
    <Dialog title="Cite" onClose={onClose}>
      <div className="cite">
        <fieldset className="cite-styles">
          <legend className="visually-hidden">Style</legend>
          {styleNames.map((name) => (
            <label key={name}>
              <input type="radio" name="style" checked={name === style} onChange={() => setStyle(name)} />
              {styles[name].words}
            </label>
          ))}
        </fieldset>
        <Body state={state} style={style} tell={tell} onClose={onClose} />
      </div>
    </Dialog>
  );
}

interface BodyProps extends Pick<CiteDialogProps, 'tell' | 'onClose'> {
  readonly state: Loading<Reference>;
  readonly style: Style;
}

function Body({ state, style, tell, onClose }: BodyProps) {
  if (state.kind === 'loading') return <Placeholder label="The citation is being made" lines={4} />;
  if (state.kind === 'failure') {
    const { title, text } = sayFailure(state.failure);
    return <p role="alert">{`${title}. ${text}`}</p>;
  }
  const { words, write } = styles[style];
  const text = write(state.value);
  const copy = async () => {
    await copyText(text, `The citation (${words})`, tell);
    onClose();
  };
  return (
    <>
      <textarea
        className="cite-text"
        data-style-of={style}
        aria-label="Citation"
        rows={9}
        readOnly
        value={text}
      />
      <div className="cite-end">
        <Button look="strong" icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          Copy citation
        </Button>
      </div>
    </>
  );
}

function useReference(id: NodeId | RelationshipId): Loading<Reference> {
  const [state, setState] = useState<Loading<Reference>>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    void loadReference(id, partialDate(localDay())).then((outcome) => {
      if (isCurrent) setState(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return state;
}
