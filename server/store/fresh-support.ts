/** Members of a list of evidence or statements that are not among others with the same values. */
export function missingFrom<Kept extends { readonly id: string }>(
  others: readonly Kept[] | undefined,
  list: readonly Kept[],
): readonly Kept[] {
  if (!others || others.length === 0) return list;
  const known = new Map<string, Kept>(others.map((one) => [one.id, one]));
  return list.filter((one) => {
    const other = known.get(one.id);
    return !other || !hasSameValues(one, other);
  });
}

/** All that evidence and statements hold are plain values. */
function hasSameValues<Kept extends object>(one: Kept, other: Kept): boolean {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
