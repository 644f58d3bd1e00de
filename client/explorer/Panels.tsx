import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { Button } from '../ui/Button.tsx';
import './explorer.css';
import type { usePanels } from './use-panels.ts';

interface PanelsProps {
  readonly left: ReactNode;
  readonly middle: ReactNode;
  readonly right: ReactNode;
}

/** Three rooms side by side, which remember their widths; a room that is null is closed. */
export function Panels({ left, middle, right }: PanelsProps) {
  const ids = [left ? 'left' : '', 'middle', right ? 'right' : ''].filter(Boolean);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'oversight-panels',
    panelIds: ids,
    onlySaveAfterUserInteractions: true,
    storage: localStorage,
  });
  return (
    <Group
      key={ids.join()}
      className="panels"
      {...(defaultLayout && { defaultLayout })}
      onLayoutChanged={onLayoutChanged}
    >
      {left && (
        <>
          <Panel
            id="left"
            defaultSize={224}
            minSize={176}
            maxSize="32%"
            groupResizeBehavior="preserve-pixel-size"
          >
            {left}
          </Panel>
          <Separator className="separator" aria-label="Width of the legend and the outline" />
        </>
      )}
      <Panel id="middle" minSize="36%">
        {middle}
      </Panel>
      {right && (
        <>
          <Separator className="separator" aria-label="Width of the details" />
          <Panel
            id="right"
            defaultSize={348}
            minSize={260}
            maxSize="46%"
            groupResizeBehavior="preserve-pixel-size"
          >
            {right}
          </Panel>
        </>
      )}
    </Group>
  );
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
      <div className="stage-open-foot">
        {panels.foot !== 'timeline' && <Button onClick={() => panels.openFoot('timeline')}>Timeline</Button>}
        {panels.foot !== 'table' && <Button onClick={() => panels.openFoot('table')}>Table</Button>}
      </div>
      {panels.right === 'closed' && (
        <div className="stage-open-right">
          <Button onClick={panels.openRight}>Details</Button>
        </div>
      )}
    </>
  );
}
