import { lazyPart } from '../api/lazy-part.ts';

/** A menu that a button of the shell opens: fetched beside the panels, so that the graph does not wait for it. */
export const OpenedMenu = lazyPart(() => import('../ui/Menu.tsx').then((part) => part.Menu));
