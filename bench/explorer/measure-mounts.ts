import type { PageState } from './page-cost.ts';
import { LONGEST, settle, type Visit, within } from './visit.ts';

/** What the page held on to after the first mounts, in the middle and after the last, as a computer's each time. */
export interface Mounts {
  readonly count: number;
  readonly states: readonly { readonly after: number; readonly state: PageState }[];
}

/** The first mounts fill caches that then stay as they are. */
const WARM = 4;

/**
 * Takes the canvas down and mounts it again, as the page does when it becomes a phone's and back. Null where a mount
 * takes too long, which is told.
 */
export async function measureMounts(visit: Visit, count: number): Promise<Mounts | null> {
  const { meter, tell } = visit;
  const states: Mounts['states'][number][] = [];
  for (let mount = 1; mount <= count; mount++) {
    try {
      await within(LONGEST, mountOnce(visit, mount % 2 === 1));
    } catch (error) {
      tell(`  mount ${mount}: NOT DONE, ${String(error).split('\n')[0]}`);
      return null;
    }
    const isTold = mount === WARM || mount === count || (mount % 10 === 0 && mount > WARM);
    if (!isTold) continue;
    const state = await meter.state();
    states.push({ after: mount, state });
    tell(
      `  after ${mount} mounts: heap ${state.heap.toFixed(1)} MB, ${state.listeners} listeners, ${state.nodes} DOM nodes, ${state.workers} workers`,
    );
  }
  return { count, states };
}

async function mountOnce({ page }: Visit, isPhone: boolean): Promise<void> {
  await page.setViewportSize(isPhone ? { width: 700, height: 900 } : { width: 1440, height: 900 });
  await page.waitForFunction(
    (isSmall) =>
      (document.querySelector('.phone') !== null) === isSmall &&
      document.querySelector('[data-ready]') !== null,
    isPhone,
    { polling: 50 },
  );
  await settle(page);
}
