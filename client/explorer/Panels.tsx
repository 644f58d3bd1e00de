import { ChartGantt, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import './explorer.css';
import { Separator } from './split/Separator.tsx';
import './split/split.css';
import { useSplit } from './split/use-split.ts';
import type { Foot, usePanels } from './use-panels.ts';

interface PanelsProps {
  readonly left: ReactNode;
  readonly middle: ReactNode;
  readonly right: ReactNode;
}

/** Three rooms side by side, which remember their widths; a room that is null is closed. */
export function Panels({ left, middle, right }: PanelsProps) {
  const leftSplit = useSplit({ name: 'oversight-width-left', normal: 224, least: 176, mostPercent: 32 });
  const rightSplit = useSplit({ name: 'oversight-width-right', normal: 348, least: 260, mostPercent: 46 });
  const columns = [
    ...(left ? [leftSplit.track, '1px'] : []),
    'minmax(36%, 1fr)',
    ...(right ? ['1px', rightSplit.track] : []),
  ];
  return (
    <div className="panels" style={{ gridTemplateColumns: columns.join(' ') }}>
      {left && (
        <>
          <div className="room">{left}</div>
          <Separator label="Width of the legend and the outline" side="left" split={leftSplit} />
        </>
      )}
      <div className="room">{middle}</div>
      {right && (
        <>
          <Separator label="Width of the details" side="right" split={rightSplit} />
          <div className="room">{right}</div>
        </>
      )}
    </div>
  );
}

const feet = {
  timeline: { words: 'Timeline', icon: <ChartGantt /> },
  table: { words: 'Table', icon: <Table2 /> },
} as const satisfies Record<Foot, { readonly words: string; readonly icon: ReactNode }>;

type PanelsState = Pick<ReturnType<typeof usePanels>, 'foot' | 'openFoot'>;

/** Buttons that open what can stand at the foot of the canvas, in the row above it: below it they would cover nodes. */
export function OpenFoot({ panels: { foot, openFoot } }: { readonly panels: PanelsState }) {
  if (foot !== 'closed') return null;
  return (
    <div className="stage-open-foot">
      {(['timeline', 'table'] as const).map((which) => (
        <Button
          key={which}
          icon={feet[which].icon}
          aria-label={feet[which].words}
          title={feet[which].words}
          onClick={() => openFoot(which)}
        >
          {feet[which].words}
        </Button>
      ))}
    </div>
  );
}

/** Changes one of the two at the foot for the other. */
export function OtherFoot({ panels: { foot, openFoot } }: { readonly panels: PanelsState }) {
  const other = foot === 'table' ? 'timeline' : 'table';
  return <IconButton label={feet[other].words} icon={feet[other].icon} onClick={() => openFoot(other)} />;
}

/** Buttons that open again what was closed. */
export function OpenPanels({ panels }: { readonly panels: ReturnType<typeof usePanels> }) {
  return (
    <>
      {panels.left === 'closed' && (
        <div className="stage-open-left">
          <Button onClick={() => panels.setLeft('legend')}>Legend and outline</Button>
        </div>
      )}
      {panels.right === 'closed' && (
        <div className="stage-open-right">
          <Button onClick={panels.openRight}>Details</Button>
        </div>
      )}
    </>
  );
}
