/* What finds paths and shows them; it is fetched as one when paths are first asked for. */
export { loadPaths } from './load-paths.ts';
export { planShowing } from './plan-showing.ts';
