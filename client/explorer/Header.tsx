import { Bookmark, CodeXml, Keyboard, Link2, Share } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import './explorer.css';
// After the rules that it narrows.
import './narrow-header.css';

interface HeaderProps {
  readonly title: string | null;
  readonly search: ReactNode;
  readonly live: ReactNode;
  readonly themeSwitch: ReactNode;
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
  const { title, search, live, themeSwitch, curator, onCopyLink, onExport, onViews, onHelp } = props;
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
        <a className="button-link" href="/graphql">
          <CodeXml aria-hidden="true" />
          <span className="wide-only">Playground</span>
          <span className="visually-hidden narrow-only">Playground</span>
        </a>
        <IconButton label="List all keys (?)" icon={<Keyboard />} onClick={onHelp} />
        {live}
        {themeSwitch}
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
      </nav>
    </header>
  );
}
