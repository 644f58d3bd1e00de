import { DatabaseZap, ServerCrash, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { type Connection, followNetwork, tryConnection } from '../api/connection.ts';
import { useConnection, useRecovery } from '../api/use-connection.ts';
import { Button } from '../ui/Button.tsx';
import './connection.css';

const words: Record<Exclude<Connection, 'answers'>, string> = {
  offline: 'You are offline.',
  serverGone: 'The server cannot be reached.',
  storeGone: 'The database does not answer.',
};

const icons = { offline: <WifiOff />, serverGone: <ServerCrash />, storeGone: <DatabaseZap /> } as const;

interface ConnectionBannerProps {
  /** Whether the canvas holds anything that stays meanwhile. */
  readonly isDrawn: boolean;
  readonly onRecovered: () => void;
}

/** Says above everything that the server does not answer, and what that means; goes by itself when it does again. */
export function ConnectionBanner({ isDrawn, onRecovered }: ConnectionBannerProps) {
  const connection = useConnection();
  useRecovery(onRecovered);
  useEffect(followNetwork, []);
  return (
    <div className="connection" role="status">
      {connection !== 'answers' && (
        <div className="connection-banner">
          <span className="connection-icon" aria-hidden="true">
            {icons[connection]}
          </span>
          <p>
            <strong>{words[connection]}</strong>{' '}
            <span className="wide-words">
              {isDrawn
                ? 'What is on the canvas stays, and can be arranged, filtered and exported. Searching, expanding and facts wait until it is back, which is tried by itself.'
                : 'The graph comes as soon as it is back, which is tried by itself.'}
            </span>
          </p>
          <Button onClick={() => void tryConnection()}>Try now</Button>
        </div>
      )}
    </div>
  );
}
