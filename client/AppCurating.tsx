import { Suspense } from 'react';
import { parseNodeId } from '../schema/ids.ts';
import { lazyPart } from './api/lazy-part.ts';
import type { PickBox } from './curate/form/PickField.tsx';
import type { Picked } from './curate/form/picked.ts';
import { SearchBox } from './search/SearchBox.tsx';
import { Placeholder } from './ui/Notice.tsx';
import type { AppBench } from './use-app-bench.ts';

const CuratePanel = lazyPart(() => import('./curate/CuratePanel.tsx').then((part) => part.CuratePanel));
const ChangesPanel = lazyPart(() =>
  import('./curate/changes/ChangesPanel.tsx').then((part) => part.ChangesPanel),
);
const SignInDialog = lazyPart(() =>
  import('./curate/sign-in/SignInDialog.tsx').then((part) => part.SignInDialog),
);

/** The search of the page as a part of a form: of a curator's fields, and of the ends of paths. */
export const pickBox: PickBox = ({ onChoose, ...rest }) => (
  <SearchBox {...rest} onChoose={(id, { type, name }) => onChoose({ id, type, name: name.text })} />
);

/** The curator's task, with the search of the page and what is selected on the canvas at hand. */
export function CurateTab({ bench }: { readonly bench: AppBench }) {
  return (
    <Suspense fallback={<Placeholder label="The form is being fetched" lines={7} />}>
      <CuratePanel curating={bench.curating} box={pickBox} selected={selectedOf(bench)} />
    </Suspense>
  );
}

/** What became of the inspected record, or of the whole graph, over time. */
export function ChangesTab({ bench }: { readonly bench: AppBench }) {
  const { inspected, curating, actions, changes } = bench;
  return (
    <Suspense fallback={<Placeholder label="The changes are being fetched" lines={7} />}>
      <ChangesPanel
        inspected={inspected}
        scope={changes.scope}
        onScope={changes.setScope}
        onOpen={actions.open}
        mayWrite={curating.curator.kind === 'curator'}
        onTaken={curating.takenBack}
      />
    </Suspense>
  );
}

/** Signing in, while it is open. */
export function SignIn({ bench: { curating } }: { readonly bench: AppBench }) {
  if (!curating.isSignInOpen) return null;
  return (
    <Suspense fallback={null}>
      <SignInDialog
        curator={curating.curator}
        onSignIn={curating.signIn}
        onSignOut={curating.signOut}
        onAgain={curating.again}
        onClose={curating.closeSignIn}
      />
    </Suspense>
  );
}

function selectedOf({ exploration }: AppBench): Picked | null {
  const id = parseNodeId(exploration.selection.at(-1) ?? '');
  const record = id && exploration.nodes.get(id)?.record;
  return record ? { id: record.id, type: record.type, name: record.properties.name } : null;
}
