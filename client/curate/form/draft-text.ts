import { isObject } from './picked.ts';

/** What each draft has: why it is done, and the key by which a save whose answer was lost is not done twice. */
export interface ReasonDraft {
  readonly reason: string;
  /** The same for each try of one draft. */
  readonly idempotencyKey: string;
}

export function isGiven(text: string): boolean {
  return text.trim() !== '';
}

/** A text out of a kept draft; empty where it is none. */
export function readText(kept: Readonly<Record<string, unknown>>, name: string): string {
  const value = kept[name];
  return typeof value === 'string' ? value : '';
}

/** The draft out of what the browser kept, by its other parts; null where it has not the shape. */
export function readReasoned<Rest>(
  kept: unknown,
  readRest: (kept: Readonly<Record<string, unknown>>) => Rest | null,
): (Rest & ReasonDraft) | null {
  if (!isObject(kept)) return null;
  const idempotencyKey = readText(kept, 'idempotencyKey');
  const rest = idempotencyKey === '' ? null : readRest(kept);
  return rest && { ...rest, reason: readText(kept, 'reason'), idempotencyKey };
}

/** What is wrong with the reason; undefined where nothing is. */
export function checkReason({ reason }: ReasonDraft): { readonly reason?: string } {
  return isGiven(reason) ? {} : { reason: 'Say why: it stands in the history.' };
}
