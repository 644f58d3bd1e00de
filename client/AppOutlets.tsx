import { Code, CodeXml, FileJson, Frame, Image, Info, Network, PenTool, Sheet } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { Views } from './AppViews.tsx';
import { lazyPart } from './api/lazy-part.ts';
import { playgroundAddress } from './api/make-query.ts';
import { makeViewQuery, writeViewQuery } from './api/make-view-query.ts';
import type { Exploration } from './exploration/exploration.ts';
import { chooseScope } from './export/choose-scope.ts';
import type { PictureMaker } from './export/picture-maker.ts';
import { copyText } from './ui/copy-text.ts';
import { Menu, type MenuItem } from './ui/Menu.tsx';
import type { AppBench } from './use-app-bench.ts';

const ExportDialog = lazyPart(() => import('./export/ExportDialog.tsx').then((part) => part.ExportDialog));
const CiteDialog = lazyPart(() => import('./cite/CiteDialog.tsx').then((part) => part.CiteDialog));
const EmbedDialog = lazyPart(() => import('./embed/EmbedDialog.tsx').then((part) => part.EmbedDialog));
const AboutDialog = lazyPart(() => import('./about/AboutDialog.tsx').then((part) => part.AboutDialog));

/** The ways by which something leaves the explorer: files, queries, citations, and what is to be said of them. */
export function Outlets({ bench }: { readonly bench: AppBench }): ReactNode {
  const { outlet, exploration, toasts, view } = bench;
  const { open, close } = outlet;
  switch (open.kind) {
    case 'nothing':
    case 'history':
      return null;
    case 'views':
      return <Views bench={bench} />;
    case 'embed':
      return (
        <Suspense>
          <EmbedDialog
            fragment={open.fragment}
            title={view.view?.title ?? 'A view of Oversight'}
            onCopied={toasts.tell}
            onClose={close}
          />
        </Suspense>
      );
    case 'menu':
      return <Menu label="Export" items={menuItems(bench)} at={open.at} onClose={close} />;
    case 'export':
      return (
        <Suspense>
          <ExportDialog
            exploration={exploration}
            format={open.format}
            title={view.view?.title ?? 'Oversight'}
            version={import.meta.env.OVERSIGHT_VERSION}
            makePicture={makePicture}
            onSaved={(words) => toasts.tell(words)}
            onClose={close}
          />
        </Suspense>
      );
    case 'cite':
      return (
        <Suspense>
          <CiteDialog id={open.id} tell={toasts.tell} onClose={close} />
        </Suspense>
      );
    case 'about':
      return (
        <Suspense>
          <AboutDialog
            version={import.meta.env.OVERSIGHT_VERSION}
            parts={import.meta.env.OVERSIGHT_PARTS}
            onClose={close}
          />
        </Suspense>
      );
  }
}

function menuItems(bench: AppBench): readonly MenuItem[] {
  const { outlet, exploration, toasts } = bench;
  const selected = chooseScope(exploration, 'selection');
  return [
    { key: 'png', words: 'Picture (PNG) …', icon: <Image />, onChoose: () => outlet.openExport('png') },
    { key: 'svg', words: 'Drawing (SVG) …', icon: <PenTool />, onChoose: () => outlet.openExport('svg') },
    { key: 'json', words: 'Data (JSON) …', icon: <FileJson />, onChoose: () => outlet.openExport('json') },
    { key: 'csv', words: 'Tables (CSV) …', icon: <Sheet />, onChoose: () => outlet.openExport('csv') },
    {
      key: 'graphml',
      words: 'Network (GraphML) …',
      icon: <Network />,
      onChoose: () => outlet.openExport('graphml'),
    },
    {
      key: 'copy-query',
      words: 'Copy this view as a query',
      icon: <Code />,
      onChoose: () =>
        void copyText(writeViewQuery(exploration), 'The query for what can be seen', toasts.tell),
    },
    {
      key: 'open-query',
      words: 'Query this view in the playground',
      icon: <CodeXml />,
      onChoose: () => openInPlayground(exploration),
    },
    ...(selected.nodes.size > 0
      ? [
          {
            key: 'query-selection',
            words: 'Query the selection in the playground',
            icon: <CodeXml />,
            onChoose: () => openInPlayground(selected),
          },
        ]
      : []),
    { key: 'embed', words: 'Embed this view …', icon: <Frame />, onChoose: () => void bench.embed() },
    { key: 'about', words: 'About, sources and licences', icon: <Info />, onChoose: outlet.openAbout },
  ];
}

function openInPlayground(state: Exploration): void {
  const { query, variables } = makeViewQuery(state);
  window.location.assign(playgroundAddress(query, variables));
}

/** The canvas draws; it is fetched only when a picture is wanted. */
const makePicture: PictureMaker = async (state, words, ground) => {
  const [maker, svg, paint] = await Promise.all([
    import('./canvas/picture/make-picture.ts'),
    import('./canvas/picture/write-svg.ts'),
    import('./canvas/picture/paint-picture.ts'),
  ]);
  const picture = await maker.makePicture(state, words, ground);
  return (
    picture && {
      svg: () => svg.writeSvg(picture),
      png: async (wanted) => {
        const scale = paint.clampScale(picture, wanted);
        return { blob: await paint.paintPicture(picture, scale), scale };
      },
    }
  );
};
