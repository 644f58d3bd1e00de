import type { ReactNode } from 'react';
import './explorer.css';
import { Separator } from './split/Separator.tsx';
import './split/split.css';
import { useSplit } from './split/use-split.ts';

interface WithStripProps {
  readonly children: ReactNode;
  /** Null is closed. */
  readonly strip: ReactNode;
}

/** The canvas with a strip at its foot, which remembers its height. */
export function WithStrip({ children, strip }: WithStripProps) {
  const split = useSplit({ name: 'oversight-height-strip', normal: 176, least: 96, mostPercent: 50 });
  return (
    <div
      className="panels"
      style={{ gridTemplateRows: strip ? `minmax(40%, 1fr) 1px ${split.track}` : 'minmax(0, 1fr)' }}
    >
      <div className="room">{children}</div>
      {strip && (
        <>
          <Separator label="Height of the timeline" side="foot" split={split} />
          <div className="room">{strip}</div>
        </>
      )}
    </div>
  );
}
