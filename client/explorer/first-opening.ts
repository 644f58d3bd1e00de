import type { Outcome } from '../api/failures.ts';
import { loadOpening, type Opening } from '../api/load.ts';

let asked: Promise<Outcome<Opening>> | null = null;

/** Asks for what the page opens on as soon as it begins, before anything is drawn. */
export function askFirstOpening(): void {
  asked = askOpening();
}

/** What was asked for as the page began; every later time it is asked anew. */
export function takeOpening(): Promise<Outcome<Opening>> {
  const opening = asked ?? askOpening();
  asked = null;
  return opening;
}

/** An address without a view opens on the first, whatever is selected on it. */
function askOpening(): Promise<Outcome<Opening>> {
  return loadOpening(!window.location.hash.includes('view='));
}
