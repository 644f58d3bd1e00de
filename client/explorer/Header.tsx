import { CodeXml, Keyboard, Link2 } from 'lucide-react';
import type { RefObject } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { ThemeSwitch } from '../ui/ThemeSwitch.tsx';
import './explorer.css';

interface HeaderProps {
  readonly title: string | null;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChoose: (id: NodeId) => void;
  readonly onCopyLink: () => void;
  readonly onHelp: () => void;
}

/** What this is, what is open, the one search box, and the ways out. */
export function Header({ title, searchRef, onChoose, onCopyLink, onHelp }: HeaderProps) {
  return (
    <header className="header">
      <div className="header-words">
        <h1 className="wordmark">
          Over<span>sight</span>
        </h1>
        {title && <p className="header-title">{title}</p>}
      </div>
      <SearchBox inputRef={searchRef} onChoose={onChoose} />
      <nav className="header-ways" aria-label="Tools">
        <a className="button-link" href="/graphql">
          <CodeXml aria-hidden="true" />
          <span className="wide-only">Playground</span>
          <span className="visually-hidden narrow-only">Playground</span>
        </a>
        <IconButton label="List all keys (?)" icon={<Keyboard />} onClick={onHelp} />
        <ThemeSwitch />
        <Button icon={<Link2 />} onClick={onCopyLink} aria-label="Copy link">
          Copy link
        </Button>
      </nav>
    </header>
  );
}
