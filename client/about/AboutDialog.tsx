import { useEffect, useState } from 'react';
import { printPartialDate } from '../../schema/partial-date.ts';
import { printCount } from '../../schema/print-count.ts';
import { type Loading, sayFailure } from '../api/failures.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Placeholder } from '../ui/Notice.tsx';
import './about.css';
import { type DocumentList, loadDocuments } from './load-documents.ts';

interface AboutDialogProps {
  readonly version: string;
  /** The packages that Oversight is made of. */
  readonly parts: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
  readonly onClose: () => void;
}

/** Version and licence, all documents of the graph with theirs, and what it is made of. */
export function AboutDialog({ version, parts, onClose }: AboutDialogProps) {
  return (
    <Dialog title="About Oversight" onClose={onClose}>
      <div className="about">
        <p>
          Oversight {version}: a knowledge graph of public inspections, with the source of every fact. The
          program is free under the MIT licence; facts are as good as the documents that they are taken from,
          which keep licences of their own.
        </p>
        <section aria-labelledby="about-documents">
          <h3 id="about-documents">Documents</h3>
          <Documents />
        </section>
        <section aria-labelledby="about-parts">
          <h3 id="about-parts">Made of</h3>
          <ul className="about-parts">
            {parts.map(({ name, version: edition, licence }) => (
              <li key={name}>
                {name} {edition} <span className="soft">{licence}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function Documents() {
  const [state, setState] = useState<Loading<DocumentList>>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    void loadDocuments().then((outcome) => {
      if (isCurrent) setState(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  if (state.kind === 'loading') return <Placeholder label="The documents are being fetched" lines={4} />;
  if (state.kind === 'failure') {
    const { title, text } = sayFailure(state.failure);
    return <p role="alert">{`${title}. ${text}`}</p>;
  }
  const { documents, total } = state.value;
  return (
    <>
      <ul className="about-documents">
        {documents.map(({ id, url, name, kind, publishedOn, licence, attribution }) => (
          <li key={id}>
            <a href={url}>{name}</a>
            <p>{[kind, publishedOn && printPartialDate(publishedOn)].filter(Boolean).join(', ')}</p>
            <p>{licence ? `Licence: ${licence}.` : 'No licence is recorded.'}</p>
            {attribution && <p>{attribution}</p>}
          </li>
        ))}
      </ul>
      {total > documents.length && (
        <p>{`and ${printCount(total - documents.length)} more, in the API as “documents”.`}</p>
      )}
    </>
  );
}
