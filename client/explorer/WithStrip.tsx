import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import './explorer.css';

interface WithStripProps {
  readonly children: ReactNode;
  /** Null is closed. */
  readonly strip: ReactNode;
}

/** The canvas with a strip at its foot, which remembers its height. */
export function WithStrip({ children, strip }: WithStripProps) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'oversight-strip',
    panelIds: strip ? ['stage', 'strip'] : ['stage'],
    onlySaveAfterUserInteractions: true,
    storage: localStorage,
  });
  return (
    <Group
      orientation="vertical"
      className="panels"
      {...(defaultLayout && { defaultLayout })}
      onLayoutChanged={onLayoutChanged}
    >
      <Panel id="stage" minSize="40%">
        {children}
      </Panel>
      {strip && (
        <>
          <Separator className="separator separator-flat" aria-label="Height of the timeline" />
          <Panel
            id="strip"
            defaultSize={176}
            minSize={96}
            maxSize="50%"
            groupResizeBehavior="preserve-pixel-size"
          >
            {strip}
          </Panel>
        </>
      )}
    </Group>
  );
}
