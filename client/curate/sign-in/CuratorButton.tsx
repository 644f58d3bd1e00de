import { PenLine, UserRound } from 'lucide-react';
import { Button, IconButton } from '../../ui/Button.tsx';
import type { Curator } from './use-curator.ts';

interface CuratorButtonProps {
  readonly curator: Curator;
  readonly onOpen: () => void;
}

/** Who is signed in; else the way to it. */
export function CuratorButton({ curator, onOpen }: CuratorButtonProps) {
  if (curator.kind !== 'curator')
    return <IconButton label="Sign in to curate" icon={<PenLine />} onClick={onOpen} />;
  return (
    <Button
      look="quiet"
      icon={<UserRound />}
      aria-label={`Signed in as ${curator.name}`}
      title={`Signed in as ${curator.name}`}
      onClick={onOpen}
    >
      {curator.name}
    </Button>
  );
}
