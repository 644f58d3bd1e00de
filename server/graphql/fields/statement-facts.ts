import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { printValue } from '../../../schema/print-value.ts';
import type { Statement } from '../../../schema/records.ts';
import { statementVerdict } from '../../graph/find-settlement.ts';
import { StandingEnum } from '../enums.ts';
import { ChangeRef } from '../refs.ts';
import type { FieldMaker } from './expose-properties.ts';
import { readSettlement } from './read-settlement.ts';

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
    settled: t.field({
      type: ChangeRef,
      nullable: true,
      description: 'The change by which a curator settled it so: who, when and why; null where none did.',
      resolve: async (source, _args, { store }) => {
        const { id, of, standing, reason } = statementOf(source);
        if (standing !== 'rejected' && reason === null) return null;
        return readSettlement(store, of, statementVerdict(id));
      },
    }),
  };
}

/** Only text that looks like a year is tried as a date, since the parser is slow. */
function sayValue({ value }: Statement): string {
  const date = typeof value === 'string' && /^\d{3}[\dX]/.test(value) ? parsePartialDate(value) : null;
  return date ? printPartialDate(date) : printValue(value);
}
