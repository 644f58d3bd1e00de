import { Suspense } from 'react';
import { lazyPart } from './api/lazy-part.ts';
import type { AppBench } from './use-app-bench.ts';

const HistoryPanel = lazyPart(() => import('./history/HistoryPanel.tsx').then((part) => part.HistoryPanel));
const ViewsDialog = lazyPart(() => import('./views/ViewsDialog.tsx').then((part) => part.ViewsDialog));

interface AppViewsProps {
  readonly bench: AppBench;
}

/** The steps of this view, over the canvas, where they are asked for. */
export function History({ bench: { outlet, session, goTo } }: AppViewsProps) {
  if (outlet.open.kind !== 'history') return null;
  return (
    <Suspense>
      <HistoryPanel session={session} onGo={goTo} onClose={outlet.close} />
    </Suspense>
  );
}

/** Views that are kept, where they are asked for. */
export function Views({ bench: { outlet, view, files } }: AppViewsProps) {
  if (outlet.open.kind !== 'views') return null;
  return (
    <Suspense>
      <ViewsDialog
        title={view.view?.title ?? ''}
        encode={files.encode}
        onOpen={(text, name) => {
          outlet.close();
          void files.openText(text, name);
        }}
        onOpenFile={(file) => {
          outlet.close();
          void files.openFile(file);
        }}
        onSaveFile={(text, name) => void files.save(text, name)}
        onClose={outlet.close}
      />
    </Suspense>
  );
}
