import { Bookmark, CodeXml, Ellipsis, Keyboard, Share, SunMoon } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { hintOf } from '../exploration/actions.ts';
import { IconButton } from '../ui/Button.tsx';
import { OpenedMenu } from './opened-menu.ts';

interface MoreMenuProps {
  readonly onExport: () => void;
  readonly onViews: () => void;
  readonly onHelp: () => void;
  readonly theme: { readonly words: string; readonly change: () => void };
}

/** The tools that the header of a small screen has no room for. */
export function MoreMenu({ onExport, onViews, onHelp, theme }: MoreMenuProps) {
  const opener = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const toggle = () => {
    const { right = 0, bottom = 0 } = opener.current?.getBoundingClientRect() ?? {};
    setAt(at ? null : { x: right, y: bottom + 4 });
  };
  return (
    <div ref={opener} data-opens="export">
      <IconButton
        label="More tools"
        icon={<Ellipsis />}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={toggle}
      />
      {at && (
        <Suspense>
          <OpenedMenu
            label="More tools"
            items={[
              {
                key: 'views',
                words: 'Views …',
                icon: <Bookmark />,
                hint: hintOf('views'),
                onChoose: onViews,
              },
              {
                key: 'export',
                words: 'Export …',
                icon: <Share />,
                hint: hintOf('export'),
                onChoose: onExport,
              },
              {
                key: 'playground',
                words: 'Playground',
                icon: <CodeXml />,
                onChoose: () => window.location.assign('/graphql'),
              },
              { key: 'theme', words: theme.words, icon: <SunMoon />, onChoose: theme.change },
              {
                key: 'help',
                words: 'List all keys',
                icon: <Keyboard />,
                hint: hintOf('help'),
                onChoose: onHelp,
              },
            ]}
            at={at}
            opener={opener.current}
            onClose={() => setAt(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
