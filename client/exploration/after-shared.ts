/** What two lists have from where they first differ on: mostly some came at the end of the one, or went from there. */
export function afterShared<Each>(
  before: readonly Each[],
  now: readonly Each[],
): { readonly was: readonly Each[]; readonly is: readonly Each[] } {
  let shared = 0;
  while (shared < before.length && before[shared] === now[shared]) shared++;
  return { was: before.slice(shared), is: now.slice(shared) };
}
