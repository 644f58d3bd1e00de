import { Pause, Play, Plus, WifiOff } from 'lucide-react';
import { printCount } from '../../schema/print-count.ts';
import { Button } from '../ui/Button.tsx';
import type { Live } from './use-live.ts';

const words = { connecting: 'Joining', live: 'Live', away: 'Away' } as const;

interface LiveSwitchProps {
  readonly live: Live;
}

/** Whether changes of others come in as they happen, and what they added beside the view: it comes when it is wanted. */
export function LiveSwitch({ live }: LiveSwitchProps) {
  const { length } = live.newcomers;
  return (
    <>
      {length > 0 && (
        <Button
          icon={<Plus />}
          look="quiet"
          aria-label={`Bring in ${length === 1 ? 'a node that others added' : `${printCount(length)} nodes that others added`}`}
          title="Others added to what is shown: bring it onto the canvas"
          onClick={() => void live.bringIn()}
        >
          {printCount(length)} new
        </Button>
      )}
      <PauseSwitch live={live} />
    </>
  );
}

function PauseSwitch({ live }: LiveSwitchProps) {
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
