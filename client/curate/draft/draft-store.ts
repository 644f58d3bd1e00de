/**
 * What was typed and not saved yet, kept in the browser under the name of its form, so that it survives a reload, a
 * closed tab and a server that is gone. Where storage is forbidden or full, a draft lasts as long as its form.
 */

const PREFIX = 'oversight-draft:';
/** Drafts of another shape are dropped rather than misread. */
const VERSION = 1;

interface Kept {
  readonly version: number;
  readonly value: unknown;
}

/** The draft as it was kept, not checked yet; null where there is none of this version. */
export function readDraft(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name);
    const kept: Partial<Kept> | null = text === null ? null : JSON.parse(text);
    return kept?.version === VERSION ? kept.value : null;
  } catch {
    // Forbidden storage, or text that is no JSON any more: there is no draft then.
    return null;
  }
}

/** Keeps the draft; tells whether the browser did. */
export function keepDraft(name: string, value: unknown): boolean {
  const kept: Kept = { version: VERSION, value };
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // What could not be kept need not be dropped.
  }
}
