import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

interface BrokenProps {
  readonly children: ReactNode;
}

/** Stands in the place of a page that has failed, and says what can be done; React asks for a class here. */
export class Broken extends Component<BrokenProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main>
        <Notice
          urgent
          title="This page cannot go on."
          action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
        >
          Perhaps Oversight was updated while it was open. The view is in the address, and what was typed into
          forms is kept.
        </Notice>
      </main>
    );
  }
}
