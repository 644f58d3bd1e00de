import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { printValue } from '../../../schema/print-value.ts';
import type { Statement } from '../../../schema/records.ts';
import { StandingEnum } from '../enums.ts';
import type { FieldMaker } from './expose-properties.ts';

/** What a statement says, wherever it stands; not what it rests on. */
export function statementFields<Source>(t: FieldMaker<Source>, statementOf: (source: Source) => Statement) {
  return {
    id: t.id({ resolve: (source) => statementOf(source).id }),
    property: t.string({ resolve: (source) => statementOf(source).property }),
    value: t.string({
      description: 'As text; dates in EDTF.',
      resolve: (source) => String(statementOf(source).value),
    }),
    valueWords: t.string({ description: 'For people.', resolve: (source) => sayValue(statementOf(source)) }),
    standing: t.field({ type: StandingEnum, resolve: (source) => statementOf(source).standing }),
    reason: t.string({
      nullable: true,
      description: 'Why a curator settled it so.',
      resolve: (source) => statementOf(source).reason,
    }),
  };
}

/** Only text that looks like a year is tried as a date, since the parser is slow. */
function sayValue({ value }: Statement): string {
  const date = typeof value === 'string' && /^\d{3}[\dX]/.test(value) ? parsePartialDate(value) : null;
  return date ? printPartialDate(date) : printValue(value);
}
