interface InspectionContext {
  readonly kind: string;
  /** Names of the bodies that were inspected and of the regions that were covered. */
  readonly bodies: readonly string[];
  readonly regions: readonly string[];
}

interface ShortInspection {
  readonly title: string;
  /** The body, by its name or else by the number that an import names it by; null where nobody says it. */
  readonly of: string | null;
}

/**
 * What is left of an inspection's name when its caption and its surroundings say the rest: the day, the body, the word
 * “inspection”. “First national inspection of Cafcass” is “First national”; “Birmingham and Black Country service area,
 * 2009” is the region; “Full inspection of SC1234, 5 January 2016” is “Full inspection”, of the body with that number;
 * a visit that has no name but its date is its kind.
 */
export function shortenInspection(
  name: string,
  { kind, bodies, regions }: InspectionContext,
): ShortInspection {
  const region = regions.find((each) => name.includes(each));
  if (region) return { title: region, of: null };
  const undated = name
    .replace(/(,| of) (\d{1,2} )?\p{Lu}\p{L}+ \d{4}$/u, '')
    .replace(/,? \(?\d{4}([/–-]\d{2,4})?\)?$/, '');
  const number = / of ((?=\S*\d)[\p{L}\d-]+)$/u.exec(undated)?.[1];
  const ends = [...bodies, ...(number ? [number] : [])].flatMap((each) => [` of ${each}`, `, ${each}`]);
  let short = undated;
  for (const end of ends) if (short.endsWith(end)) short = short.slice(0, -end.length);
  if (!bodies.includes(short)) short = shortenTitle(short, kind);
  const [body] = bodies;
  const of = body ? (/URN (\S+)$/.exec(body)?.[1] ?? body) : (number ?? null);
  return { title: short || capitalise(kind) || name, of };
}

/** Two words say by themselves what sort of inspection it is; where one would be left, “inspection” stays. */
function shortenTitle(title: string, kind: string): string {
  const short = title.replace(/(?<= .+) inspection$/i, '').replace(/ service area$/i, '');
  const inPlace = /^.+ in (\p{Lu}.*)$/u.exec(short);
  return inPlace?.[1] && short.toLowerCase().startsWith(kind.toLowerCase().slice(0, 6)) ? inPlace[1] : short;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
