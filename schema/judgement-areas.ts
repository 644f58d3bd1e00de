/**
 * Areas of judgement: the key that tells them apart, with the names under which sources print them.
 * Identity uses the key, so that “Overall effectiveness” and “overall” are one area.
 */
const printedAreas: Record<string, readonly string[]> = {
  overall: [
    'overall',
    'overall effectiveness',
    'overall experiences and progress of children and young people',
    'overall experiences and progress of children',
    'supported accommodation outcome',
  ],
  'leadership and management': [
    'leadership and management',
    'the effectiveness of leaders and managers',
    'effectiveness of leaders and managers',
    'leadership, management and governance',
  ],
  'help and protection': [
    'help and protection',
    'how well children and young people are helped and protected',
    'safeguarding children and young people',
    'the safety of children and young people',
  ],
};

/** The areas that most inspections judge, by their keys. */
export const commonAreas: readonly string[] = Object.keys(printedAreas);

const keyByPrinted = new Map(
  Object.entries(printedAreas).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
);

/** The key of an area as printed; an area that is not listed is its own key, in lower case. */
export function areaKey(asPrinted: string): string {
  const folded = asPrinted.trim().replace(/\s+/g, ' ').toLowerCase();
  return keyByPrinted.get(folded) ?? folded;
}
