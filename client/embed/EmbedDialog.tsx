import { useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { type Theme, themes } from '../ui/theme.ts';
import './embed.css';
import { embedAddress, embedCode, readSize } from './embed-code.ts';

interface EmbedDialogProps {
  /** The fragment of the link to the view. */
  readonly fragment: string;
  readonly title: string;
  readonly onCopied: (words: string, tone?: 'news' | 'failure') => void;
  readonly onClose: () => void;
}

const themeWords = { system: 'as the reader’s system', light: 'light', dark: 'dark' } as const;

/** The code by which a page of somebody else shows this view, with how it will look there. */
export function EmbedDialog({ fragment, title, onCopied, onClose }: EmbedDialogProps) {
  const [named, setNamed] = useState(title);
  const [width, setWidth] = useState('');
  const [height, setHeight] = useState('480');
  const [theme, setTheme] = useState<Theme>('system');
  const id = useId();
  const address = embedAddress(window.location.origin, fragment, theme);
  const code = embedCode(address, {
    title: named,
    width: readSize(width, 200, 4000),
    height: readSize(height, 200, 2000) ?? 480,
    theme,
  });
  return (
    <Dialog title="Embed this view" isWide onClose={onClose}>
      <div className="embed-form">
        <p>The view as it is now, to be read only. Who selects something in it sees its sources.</p>
        <div className="embed-fields">
          <label className="embed-title">
            Title, which is read aloud
            <input value={named} maxLength={200} onChange={({ target }) => setNamed(target.value)} />
          </label>
          <label>
            Width in pixels
            <input
              inputMode="numeric"
              size={8}
              placeholder="all of it"
              value={width}
              onChange={({ target }) => setWidth(target.value)}
            />
          </label>
          <label>
            Height in pixels
            <input
              inputMode="numeric"
              size={8}
              value={height}
              onChange={({ target }) => setHeight(target.value)}
            />
          </label>
          <label>
            Theme
            <select
              value={theme}
              onChange={({ target }) => setTheme(themes.find((each) => each === target.value) ?? 'system')}
            >
              {themes.map((each) => (
                <option key={each} value={each}>
                  {themeWords[each]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label htmlFor={id}>Code</label>
        <textarea
          id={id}
          className="embed-code"
          readOnly
          value={code}
          onFocus={({ target }) => target.select()}
        />
        <div>
          <Button
            look="strong"
            onClick={() => {
              onClose();
              void copyText(code, 'The code', onCopied);
            }}
          >
            Copy the code
          </Button>
        </div>
        <iframe key={address} className="embed-preview" src={address} title="How it will look" />
      </div>
    </Dialog>
  );
}
