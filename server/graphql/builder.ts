import SchemaBuilder from '@pothos/core';
import { parsePartialDate } from '../../schema/parse-partial-date.ts';
import type { PartialDate } from '../../schema/partial-date.ts';
import { refusalCodes } from '../access/refusals.ts';
import type { ApiContext } from './context.ts';
import { fail, failureCodes } from './failures.ts';

interface ApiTypes {
  Context: ApiContext;
  Scalars: {
    ID: { Input: string; Output: string };
    EDTF: { Input: PartialDate; Output: PartialDate };
  };
  DefaultFieldNullability: false;
}

/** The one builder to which every type of the API is added. Fields may not be null unless they say so. */
export const builder = new SchemaBuilder<ApiTypes>({ defaultFieldNullability: false });

const codes = [
  ...Object.entries(failureCodes),
  ...Object.entries(refusalCodes).map(([code, { says }]) => [code, says] as const),
];

builder.queryType({
  description: [
    'Everything that can be asked of the graph. What fails has one of these codes in `extensions.code`:',
    ...codes.map(([code, says]) => `- \`${code}\`: ${says}`),
  ].join('\n'),
});

builder.subscriptionType({ description: 'What is told as it happens, by server-sent events.' });
builder.mutationType({
  description:
    'What curators can do. Each field is one action: done whole, or not at all. It needs the token of a curator.',
});

builder.scalarType('EDTF', {
  description:
    'A date in EDTF (ISO 8601-2, level 1): `2014`, `2014-04`, `2014-04-03`, `2022-01?`, `2014-04~`, `2020-11-11/2021-04`.',
  serialize: (date) => date.edtf,
  parseValue: (text) => {
    const date = typeof text === 'string' ? parsePartialDate(text) : null;
    return date ?? fail('BAD_ARGUMENT', `“${String(text).slice(0, 60)}” is not a date in EDTF, level 1.`);
  },
});
