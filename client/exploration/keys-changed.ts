/** The keys under which one map has something else than the other: what came, what went and what was replaced. */
export function keysChanged<Key>(
  before: ReadonlyMap<Key, unknown>,
  now: ReadonlyMap<Key, unknown>,
): ReadonlySet<Key> {
  const changed = new Set<Key>();
  let kept = 0;
  for (const [key, value] of now) {
    if (before.get(key) !== value) changed.add(key);
    if (before.has(key)) kept += 1;
  }
  // Nothing went, as when nodes come in.
  if (kept === before.size) return changed;
  for (const key of before.keys()) if (!now.has(key)) changed.add(key);
  return changed;
}
