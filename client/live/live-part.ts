/* What follows the changes of others; it is fetched as one, and not before the graph is drawn. */
export { followGraph, loadChanged } from '../api/live.ts';
export { lostOf, touchedOnView } from './touched-on-view.ts';
