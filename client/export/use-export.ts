import { useState } from 'react';
import { printCount } from '../../schema/print-count.ts';
import { sayFailure } from '../api/failures.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { localDay } from '../ui/local-day.ts';
import { saveFile } from '../ui/save-file.ts';
import { assembleView } from './assemble-view.ts';
import { chooseScope, scopeWords } from './choose-scope.ts';
import type { ExportChoices } from './export-choices.ts';
import { formatRow } from './export-formats.ts';
import { exportLimit, loadSupport } from './load-support.ts';
import { makeFile } from './make-file.ts';
import { nameFile } from './name-file.ts';
import type { PictureMaker } from './picture-maker.ts';

interface ExportOptions {
  readonly exploration: Exploration;
  readonly title: string;
  readonly version: string;
  readonly makePicture: PictureMaker;
}

type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly words: string };

/** Makes and saves a file; `save` gives what is to be said of it, or null where it failed. */
export function useExport(options: ExportOptions) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const fail = (words: string) => {
    setState({ kind: 'failed', words });
    return null;
  };
  const save = async (choices: ExportChoices): Promise<string | null> => {
    setState({ kind: 'busy' });
    const scoped = chooseScope(options.exploration, choices.scope);
    if (scoped.nodes.size > exportLimit)
      return fail(`No file holds more than ${printCount(exportLimit)} nodes: select a part of them.`);
    const support = await loadSupport([...scoped.nodes.keys()]);
    if (support.kind === 'failure') {
      const { title, text } = sayFailure(support.failure);
      return fail(`${title}. ${text}`);
    }
    const selected =
      choices.scope === 'selection' ? `Selection of ${printCount(scoped.nodes.size)} from ` : '';
    const view = assembleView(scoped, support.value, {
      title: `${selected}${options.title}`,
      scope: scopeWords[choices.scope],
      address: window.location.href,
      madeOn: localDay(),
      version: options.version,
    });
    try {
      const { content, note } = await makeFile({ view, scoped, choices, makePicture: options.makePicture });
      const name = nameFile(view.title, view.madeOn, formatRow(choices.format).extension);
      saveFile(content, name);
      setState({ kind: 'idle' });
      return `Saved ${name}. ${note}`.trim();
    } catch (error) {
      return fail(`The file could not be made: ${error instanceof Error ? error.message : String(error)}.`);
    }
  };
  return { state, save };
}
