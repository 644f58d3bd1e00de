/* What is fetched as one before anything is drawn. */
export { Canvas } from './Canvas.tsx';
export { layOutAhead } from './layout/lay-out-ahead.ts';
