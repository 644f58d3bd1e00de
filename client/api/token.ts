/*
 * The token with which this browser writes. It goes out in a header that we set ourselves and never in a cookie, so
 * that no other site can write in the curator's name.
 */

const KEY = 'oversight-token';

let token = readKept();
let refusals = 0;
const listeners = new Set<() => void>();

/** The token that requests carry; null for a reader. */
export function currentToken(): string | null {
  return token;
}

/** How often the server has refused the token since it was kept: a server of this machine makes a new one at each start. */
export function currentRefusals(): number {
  return refusals;
}

/** Notes that the server did not take the token, so that whoever shows who is signed in asks again. */
export function noteRefusal(): void {
  if (token === null) return;
  refusals += 1;
  tell();
}

/** Keeps the token for this tab, or on this computer until it is forgotten. */
export function keepToken(next: string, isRemembered: boolean): void {
  forgetKept();
  storeSafely(() => (isRemembered ? localStorage : sessionStorage).setItem(KEY, next));
  change(next);
}

export function forgetToken(): void {
  forgetKept();
  change(null);
}

/** Calls back whenever the token changes or was refused; returns what stops it. */
export function followToken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Takes a token out of the fragment of the address (`#token=…`), as the sign-in link of a local server has it, and
 * the fragment out of the address, so that it is neither shared nor kept in the browser's history.
 */
export function takeTokenFromAddress(): void {
  const found = /^#token=([A-Za-z0-9_-]{8,200})$/.exec(window.location.hash)?.[1];
  if (!found) return;
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', `${pathname}${search}`);
  keepToken(found, false);
}

function change(next: string | null): void {
  token = next;
  refusals = 0;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function readKept(): string | null {
  let kept: string | null = null;
  storeSafely(() => {
    kept = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  });
  return kept;
}

function forgetKept(): void {
  storeSafely(() => sessionStorage.removeItem(KEY));
  storeSafely(() => localStorage.removeItem(KEY));
}

/** Browsers throw where storage is forbidden; the token then lasts as long as the page. */
function storeSafely(work: () => void): void {
  try {
    work();
  } catch {
    // As said above.
  }
}
