import './mark-styles.ts';
import { startLiftingStyles } from './lift-styles.ts';

startLiftingStyles();
// Monaco comes with the rest, which is fetched only now that its surroundings are ready.
void import('./start-playground.tsx').then(({ startPlayground }) => startPlayground());
