import { useCallback, useEffect, useState } from 'react';
import type { Failure, Loading } from '../api/failures.ts';
import { loadOpening, loadSubgraph } from '../api/load.ts';
import { type Exploration, emptyExploration } from '../exploration/exploration.ts';
import { runCommand } from '../exploration/run-command.ts';
import { rebuildExploration } from '../exploration/share/rebuild-exploration.ts';
import { type SharedView, shareView } from '../exploration/share/shared-view.ts';
import { readLink } from '../exploration/share/view-link.ts';
import type { ViewProblem } from '../exploration/share/view-problems.ts';

/** What the address of the page stands for. */
interface EmbeddedView {
  readonly exploration: Exploration;
  readonly camera: SharedView['camera'];
  readonly missing: number;
}

export type Embedded =
  | Loading<EmbeddedView>
  /** The address cannot be read. */
  | { readonly kind: 'problem'; readonly problem: ViewProblem };

/** The view that the address says, fetched anew when the address changes. */
export function useEmbeddedView(): { readonly view: Embedded; readonly again: () => void } {
  const [view, setView] = useState<Embedded>({ kind: 'loading' });
  const load = useCallback(() => {
    setView({ kind: 'loading' });
    void loadView(window.location.hash).then(setView);
  }, []);
  useEffect(() => {
    load();
    window.addEventListener('hashchange', load);
    return () => window.removeEventListener('hashchange', load);
  }, [load]);
  return { view, again: load };
}

async function loadView(fragment: string): Promise<Embedded> {
  const link = readLink(fragment);
  if (link.kind === 'problem') return link;
  const view = link.kind === 'view' ? link.view : await startingView(link.selected);
  if ('failure' in view) return { kind: 'failure', failure: view.failure };
  const records = await loadSubgraph(view.nodes);
  if (records.kind === 'failure') return records;
  const { exploration, missing } = rebuildExploration(view, records.value);
  return { kind: 'loaded', value: { exploration, camera: view.camera, missing: missing.length } };
}

/** What the explorer opens on by itself, not placed yet. */
async function startingView(
  selected: SharedView['nodes'][number] | null,
): Promise<SharedView | { readonly failure: Failure }> {
  const opening = await loadOpening(false);
  if (opening.kind === 'failure') return opening;
  const [first] = opening.value.views;
  const empty = shareView(emptyExploration, null);
  if (!first) return empty;
  const nodes = selected && !first.nodes.includes(selected) ? [...first.nodes, selected] : first.nodes;
  return { ...empty, nodes, arrangement: first.arrangement, selection: selected ? [selected] : [] };
}

/** Nothing but where the canvas puts nodes and what is selected changes on a page that is read only. */
export function runReadOnly(
  exploration: Exploration,
  command: Parameters<typeof runCommand>[1],
): Exploration {
  const isHarmless = command.kind === 'place' || command.kind === 'select' || command.kind === 'focus';
  return isHarmless ? runCommand(exploration, command).state : exploration;
}
