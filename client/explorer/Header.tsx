import { CodeXml, Keyboard, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import './explorer.css';

interface HeaderProps {
  readonly title: string | null;
  readonly search: ReactNode;
  readonly themeSwitch: ReactNode;
  readonly onCopyLink: () => void;
  readonly onHelp: () => void;
}

/** What this is, what is open, the one search box, and the ways out. */
export function Header({ title, search, themeSwitch, onCopyLink, onHelp }: HeaderProps) {
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
        {themeSwitch}
        <Button icon={<Link2 />} onClick={onCopyLink} aria-label="Copy link">
          Copy link
        </Button>
      </nav>
    </header>
  );
}
