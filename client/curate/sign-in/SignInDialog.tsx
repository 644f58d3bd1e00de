import { useState } from 'react';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../form/TextField.tsx';
import type { Curator } from './use-curator.ts';

interface SignInDialogProps {
  readonly curator: Curator;
  readonly onSignIn: (token: string, isRemembered: boolean) => void;
  readonly onSignOut: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Who is signed in; with a token of a curator one can change the graph. */
export function SignInDialog({ curator, onSignIn, onSignOut, onAgain, onClose }: SignInDialogProps) {
  if (curator.kind === 'curator')
    return (
      <Dialog title={`Signed in as ${curator.name}`} onClose={onClose}>
        <p>
          Your changes stand in the history under this name. Signing out forgets the token in this browser;
          what you began to write is kept.
        </p>
        <div className="form-foot">
          <Button onClick={onSignOut}>Sign out</Button>
          {/* The field that had the focus is gone with the form. */}
          <Button look="strong" autoFocus onClick={onClose}>
            Go on curating
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="Sign in to curate" onClose={onClose}>
      <p>
        Everybody may read. Changing the graph needs the token of a curator: whoever runs this server makes
        one with <code>oversight token create --name “Your name”</code>, and a server on your own machine
        prints a link to sign in with when it starts.
      </p>
      <TokenForm curator={curator} onSignIn={onSignIn} onAgain={onAgain} />
    </Dialog>
  );
}

function TokenForm({
  curator,
  onSignIn,
  onAgain,
}: Pick<SignInDialogProps, 'curator' | 'onSignIn' | 'onAgain'>) {
  const [typed, setTyped] = useState('');
  const [isRemembered, setRemembered] = useState(false);
  const [isTried, setTried] = useState(false);
  const token = typed.trim();
  const problem =
    isTried && token === ''
      ? 'Paste the token here.'
      : curator.kind === 'refused'
        ? curator.why
        : curator.kind === 'unknown'
          ? sayFailure(curator.failure).title
          : undefined;
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (token !== '') onSignIn(token, isRemembered);
        else if (curator.kind === 'unknown') onAgain();
      }}
    >
      <TextField label="Token" value={typed} problem={problem} isSecret onChange={setTyped} />
      <label className="choice">
        <input
          type="checkbox"
          checked={isRemembered}
          onChange={(event) => setRemembered(event.target.checked)}
        />
        Stay signed in on this computer
      </label>
      <div className="form-foot">
        <Button submits look="strong" disabled={curator.kind === 'checking'}>
          {curator.kind === 'checking' ? 'Signing in …' : 'Sign in'}
        </Button>
      </div>
    </form>
  );
}
