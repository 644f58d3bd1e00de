interface InspectionContext {
  readonly kind: string;
  /** Names of the bodies that were inspected and of the regions that were covered. */
  readonly bodies: readonly string[];
  readonly regions: readonly string[];
}

/**
 * What is left of an inspection's name when its caption and its surroundings say the rest: the year, the body, the
 * word “inspection”. “First national inspection of Cafcass” is “First national”; “Birmingham and Black Country
 * service area, 2009” is the region; a visit that has no name but its date is its kind.
 */
export function shortenInspection(name: string, { kind, bodies, regions }: InspectionContext): string {
  const region = regions.find((each) => name.includes(each));
  if (region) return region;
  let short = name.replace(/ of \p{L}+ \d{4}$/u, '').replace(/,? \(?\d{4}([/–-]\d{2,4})?\)?$/, '');
  for (const body of bodies) if (short.endsWith(` of ${body}`)) short = short.slice(0, -` of ${body}`.length);
  if (!bodies.includes(short)) short = short.replace(/ inspection$/i, '').replace(/ service area$/i, '');
  const inPlace = /^.+ in (\p{Lu}.*)$/u.exec(short);
  if (inPlace?.[1] && short.toLowerCase().startsWith(kind.toLowerCase().slice(0, 6))) short = inPlace[1];
  return short || capitalise(kind) || name;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
