import { readOnsAreas } from './areas/read-ons-areas.ts';
import type { ReadFile } from './fragments/import-file.ts';
import { readIlacs } from './ilacs/read-ilacs.ts';
import { readInYear, readProviderLevel } from './ofsted/read-statistics.ts';

/** The formats whose columns are known, by the name that `oversight import` knows them by. */
export const formats: Readonly<Record<string, ReadFile>> = {
  'ofsted-provider-level': readProviderLevel,
  'ofsted-in-year': readInYear,
  'ilacs-history': readIlacs,
  'ons-areas': readOnsAreas,
};
