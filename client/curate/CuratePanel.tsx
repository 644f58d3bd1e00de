import { LogIn } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CreatePanel } from './create/CreatePanel.tsx';
import { EditPanel } from './edit/EditPanel.tsx';
import type { PickBox } from './form/PickField.tsx';
import type { Picked } from './form/picked.ts';
import { JudgePanel } from './judge/JudgePanel.tsx';
import { LinkQuotePanel } from './link-quote/LinkQuotePanel.tsx';
import { MergePanel } from './merge/MergePanel.tsx';
import { RelatePanel } from './relate/RelatePanel.tsx';
import { RemovePanel } from './remove/RemovePanel.tsx';
import { SettlePanel } from './settle/SettlePanel.tsx';
import { nameTask } from './task.ts';
import type { Curating } from './use-curating.ts';

interface CuratePanelProps {
  readonly curating: Curating;
  readonly box: PickBox;
  /** What is selected on the canvas, as fields offer it. */
  readonly selected: Picked | null;
}

/** The task of the curator, beside the canvas, which stays in sight to look things up and to pick from. */
export function CuratePanel({ curating, box, selected }: CuratePanelProps) {
  const { task, curator, saved, close, openSignIn } = curating;
  if (!task) return null;
  if (curator.kind !== 'curator')
    return (
      <Notice
        title="Sign in to change the graph"
        icon={<LogIn />}
        action={<Button onClick={openSignIn}>Sign in</Button>}
      >
        {curator.kind === 'refused' && `${curator.why} What you typed is kept. `}
        Each change stands in the history under the name of its author.
      </Notice>
    );
  const name = nameTask(task);
  const form = { name, box, selected, onSaved: saved, onClose: close };
  switch (task.kind) {
    case 'link':
      return <LinkQuotePanel key={name} {...form} of={task.quote} given={task.given} />;
    case 'edit':
      return (
        <EditPanel
          key={name}
          {...form}
          id={task.id}
          onSettle={(about) => curating.begin({ kind: 'settle', id: task.id, about })}
        />
      );
    case 'merge':
      return <MergePanel key={name} {...form} ids={task.ids} />;
    case 'create':
      return <CreatePanel key={name} {...form} />;
    case 'relate':
      return <RelatePanel key={name} {...form} given={task.given} />;
    case 'judge':
      return <JudgePanel key={name} {...form} id={task.id} />;
    case 'remove':
      return <RemovePanel key={name} {...form} id={task.id} />;
    case 'settle':
      return <SettlePanel key={`${name} ${task.about}`} {...form} id={task.id} about={task.about} />;
  }
}
