import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Camera } from '../exploration/camera.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { DecodedView } from '../exploration/share/decode-view.ts';
import type { SharedView } from '../exploration/share/shared-view.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Tell } from '../ui/use-toasts.ts';
import { loadAddress } from './load-address.ts';

interface ViewFilesOptions {
  readonly latest: RefObject<Exploration>;
  readonly camera: () => Camera | null;
  readonly openShared: (view: SharedView, as: string) => Promise<boolean>;
  readonly tell: Tell;
}

/** Views as text: what is seen now, in files and out of them. A file that is dropped on the page is opened. */
export function useViewFiles({ latest, camera, openShared, tell }: ViewFilesOptions) {
  const encode = useCallback(async () => {
    const { encodeView, sayViewProblem, shareView } = await loadAddress();
    const encoded = encodeView(shareView(latest.current, camera()));
    if (encoded.kind === 'encoded') return { text: encoded.text, nodes: latest.current.nodes.size };
    tell(sayViewProblem(encoded.problem, 'file'), 'failure');
    return null;
  }, [latest, camera, tell]);

  const open = useCallback(
    async (decoded: DecodedView, as: string): Promise<boolean> => {
      if (decoded.kind === 'view') return openShared(decoded.view, as);
      tell((await loadAddress()).sayViewProblem(decoded.problem, 'file'), 'failure');
      return false;
    },
    [openShared, tell],
  );

  const openFile = useCallback(
    async (file: File): Promise<void> => {
      const { readViewFile, LONGEST_FILE } = await loadAddress();
      const text = file.size > LONGEST_FILE ? '' : await file.text();
      const read = readViewFile(text);
      await open(read, read.name ?? 'a file');
    },
    [open],
  );

  useDroppedFile(openFile);

  return {
    encode,
    openFile,
    openText: useCallback(
      async (text: string, as: string) => open((await loadAddress()).decodeView(text), as),
      [open],
    ),
    save: useCallback(async (text: string, name: string): Promise<void> => {
      const { VIEW_FILE, writeViewFile } = await loadAddress();
      const stem = name
        .toLowerCase()
        .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
        .replaceAll(/^-|-$/g, '');
      const content = new Blob([writeViewFile(text, name)], { type: 'application/json' });
      saveFile(content, `${stem || 'view'}${VIEW_FILE}`);
    }, []),
  };
}

function useDroppedFile(onFile: (file: File) => Promise<void>): void {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      // Else the browser leaves the page and shows the file.
      event.preventDefault();
      void latest.current(file);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', take);
    };
  }, []);
}
