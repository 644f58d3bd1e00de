import { Bookmark, CodeXml, Ellipsis, Keyboard, Link2, Share } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../api/lazy-part.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { changeTheme, ThemeSwitch } from '../ui/ThemeSwitch.tsx';
import type { Theme } from '../ui/theme.ts';
import './explorer.css';
// After the rules that it narrows.
import './phone.css';

const MoreMenu = lazyPart(() => import('./MoreMenu.tsx').then((part) => part.MoreMenu));

interface HeaderProps {
  readonly title: string | null;
  /** On a small screen most tools are in a menu. */
  readonly isPhone: boolean;
  readonly search: ReactNode;
  readonly live: ReactNode;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  /** Who is signed in, or the way to it. */
  readonly curator: ReactNode;
  readonly onCopyLink: () => void;
  /** Opens the menu of what can be taken away. */
  readonly onExport: () => void;
  /** Opens what is kept under names. */
  readonly onViews: () => void;
  readonly onHelp: () => void;
}

/** What this is, what is open, the one search box, and the ways out. */
export function Header(props: HeaderProps) {
  const { title, isPhone, search } = props;
  return (
    <header className="header">
      <div className="header-words">
        <h1 className="wordmark">
          Over<span>sight</span>
        </h1>
        {title && <p className="header-title">{title}</p>}
      </div>
      {search}
      <nav className="header-ways" aria-label="Tools">
        {isPhone ? <FewTools {...props} /> : <AllTools {...props} />}
      </nav>
    </header>
  );
}

function FewTools({ live, theme, onTheme, curator, onCopyLink, ...rest }: HeaderProps) {
  return (
    <>
      {live}
      {curator}
      <IconButton label="Copy link" icon={<Link2 />} onClick={onCopyLink} />
      <Suspense fallback={<IconButton label="More tools" icon={<Ellipsis />} disabled />}>
        <MoreMenu {...rest} theme={changeTheme({ theme, onChoose: onTheme })} />
      </Suspense>
    </>
  );
}

function AllTools({ live, theme, onTheme, curator, onCopyLink, onExport, onViews, onHelp }: HeaderProps) {
  return (
    <>
      <a className="button-link" href="/graphql">
        <CodeXml aria-hidden="true" />
        <span className="wide-only">Playground</span>
        <span className="visually-hidden narrow-only">Playground</span>
      </a>
      <IconButton label="List all keys (?)" icon={<Keyboard />} onClick={onHelp} />
      {live}
      <ThemeSwitch theme={theme} onChoose={onTheme} />
      {curator}
      <Button
        icon={<Bookmark />}
        look="quiet"
        aria-label="Views"
        aria-haspopup="dialog"
        title="Save this view, open another (V)"
        onClick={onViews}
      >
        Views
      </Button>
      <Button
        icon={<Share />}
        look="quiet"
        aria-label="Export"
        aria-haspopup="menu"
        title="Save or copy what can be seen (X)"
        data-opens="export"
        onClick={onExport}
      >
        Export
      </Button>
      <Button icon={<Link2 />} onClick={onCopyLink} aria-label="Copy link">
        Copy link
      </Button>
    </>
  );
}
