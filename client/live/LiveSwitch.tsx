import { Pause, Play, WifiOff } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import type { Live } from './use-live.ts';

const words = { connecting: 'Joining', live: 'Live', away: 'Away' } as const;

/** Says whether changes of others come in as they happen, and pauses that. */
export function LiveSwitch({ live }: { readonly live: Live }) {
  const { status, isPaused, waiting, pause, resume } = live;
  if (isPaused)
    return (
      <Button
        icon={<Play />}
        look="quiet"
        aria-label={`Show changes of others: ${waiting} waiting`}
        title="Changes of others are held back; show them, and those to come"
        onClick={resume}
      >
        {waiting} waiting
      </Button>
    );
  const isAway = status === 'away';
  return (
    <Button
      icon={isAway ? <WifiOff /> : <Pause />}
      look="quiet"
      aria-label="Pause changes of others"
      title={
        isAway
          ? 'The server does not answer; changes of others come in when it is back'
          : 'Changes of others come in as they happen; hold them back'
      }
      onClick={pause}
    >
      {words[status]}
    </Button>
  );
}
