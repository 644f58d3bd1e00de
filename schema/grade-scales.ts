import { foldText } from './fold-text.ts';
import type { PartialDate } from './partial-date.ts';

/** Where a label stands on its scale: rank 1 is best, `of` is how many ranks the scale has. */
export interface Grade {
  readonly scale: GradeScaleKey;
  readonly rank: number;
  readonly of: number;
}

interface GradeScale {
  readonly title: string;
  /** First and last day of its use, as ISO 8601 days; null is open. Old and new overlap while services move. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The labels of each rank, best first, as folded text. */
  readonly ranks: readonly (readonly string[])[];
}

/**
 * The scales, older first. Sources: Ofsted, “Framework for children’s homes inspections” 2011 and
 * “Social care common inspection framework” 2017 (the third label changed between November 2013 and April
 * 2015, by kind of service); Ofsted, “Report cards” of November 2025; Ofsted and CQC, “Area SEND inspections:
 * framework and handbook” 2023;
 * Ofsted, “Supported accommodation: guide to inspections” 2024.
 */
export const gradeScales = {
  'ofsted-social-care-2005': {
    title: 'Ofsted social care, until 2015',
    validFrom: null,
    validTo: '2015-03-31',
    ranks: [['outstanding'], ['good'], ['adequate', 'satisfactory'], ['inadequate']],
  },
  'ofsted-social-care-2013': {
    title: 'Ofsted social care, from 2013',
    validFrom: '2013-11-01',
    validTo: null,
    ranks: [
      ['outstanding'],
      ['good'],
      ['requires improvement to be good', 'requires improvement'],
      ['inadequate'],
    ],
  },
  'ofsted-report-card-2025': {
    title: 'Ofsted report card, from November 2025',
    validFrom: '2025-11-10',
    validTo: null,
    ranks: [
      ['exceptional'],
      ['strong standard'],
      ['expected standard'],
      ['needs attention'],
      ['urgent improvement'],
    ],
  },
  'supported-accommodation-2024': {
    title: 'Supported accommodation outcomes, from 2024',
    validFrom: '2024-09-01',
    validTo: null,
    ranks: [
      ['consistently strong service delivery'],
      ['inconsistent quality of service delivery'],
      ['serious or widespread weaknesses'],
    ],
  },
  'area-send-2023': {
    title: 'Area SEND outcomes, from 2023',
    validFrom: '2023-01-01',
    validTo: null,
    ranks: [
      ['typically positive experiences and outcomes'],
      ['inconsistent experiences and outcomes'],
      ['widespread and/or systemic failings'],
    ],
  },
} as const satisfies Record<string, GradeScale>;

export type GradeScaleKey = keyof typeof gradeScales;

export const gradeScaleKeys = Object.keys(gradeScales) as readonly GradeScaleKey[];

/**
 * The grade that a printed label means on the scale that was valid on that day, or null where no valid scale
 * lists the label (“consistently inadequate”, “not judged”): such a label stays as printed and has no rank.
 * Where two scales were valid at once, the older one that lists the label is taken. Without a date, all are.
 */
export function gradeOf(label: string, on: PartialDate | null): Grade | null {
  const wanted = label.trim().toLowerCase();
  for (const scale of gradeScaleKeys) {
    const row: GradeScale = gradeScales[scale];
    const { ranks } = row;
    const index = isInUse(row, on) ? ranks.findIndex((labels) => labels.includes(wanted)) : -1;
    if (index >= 0) return { scale, rank: index + 1, of: ranks.length };
  }
  return null;
}

/** What a judgement says, the same for all that do not differ in grade: labels without a rank differ by their words. */
export function gradeKey({
  grade,
  label,
}: {
  readonly grade?: Grade | undefined;
  readonly label?: string | undefined;
}): string {
  return grade ? `${grade.scale}#${grade.rank}` : `none#${foldText(label ?? '')}`;
}

/** The scales that were valid on that day, older first, with all their labels, best first. Without a date, all are. */
export function scalesOn(
  on: PartialDate | null,
): readonly { readonly title: string; readonly labels: readonly string[] }[] {
  return gradeScaleKeys.flatMap((key) => {
    const scale: GradeScale = gradeScales[key];
    return isInUse(scale, on) ? [{ title: scale.title, labels: scale.ranks.flat() }] : [];
  });
}

function isInUse({ validFrom, validTo }: GradeScale, on: PartialDate | null): boolean {
  return !on || ((validFrom ?? on.latest) <= on.latest && on.earliest <= (validTo ?? on.earliest));
}
