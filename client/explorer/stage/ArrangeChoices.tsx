import { RefreshCw } from 'lucide-react';
import { type Arrangement, arrangementNames, arrangements } from '../../exploration/arrangements.ts';
import type { Command } from '../../exploration/commands.ts';
import { Menu } from '../../ui/Menu.tsx';

interface ArrangeChoicesProps extends Pick<Parameters<typeof Menu>[0], 'at' | 'opener' | 'onClose'> {
  readonly arrangement: Arrangement;
  readonly run: (command: Command) => void;
}

/** The menu of the ways to arrange a view. */
export function ArrangeChoices({ arrangement, run, ...place }: ArrangeChoicesProps) {
  const ways = arrangementNames.map((by) => ({
    key: by,
    words: capitalise(arrangements[by].words),
    note: arrangements[by].says,
    isChosen: by === arrangement,
    onChoose: () => run({ kind: 'arrange', by }),
  }));
  return (
    <Menu
      label="Arrange"
      items={[
        ...ways,
        {
          key: 'anew',
          words: 'Arrange anew',
          note: 'In the same way; what is pinned stays',
          icon: <RefreshCw />,
          onChoose: () => run({ kind: 'arrange', by: arrangement }),
        },
      ]}
      {...place}
    />
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
