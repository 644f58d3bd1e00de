import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { CurrentRecord } from '../../api/curating/load-current.ts';
import {
  checkEditDraft,
  type EditDraft,
  emptyEditDraft,
  listEdits,
  placeInEditForm,
  readEditDraft,
} from './edit-draft.ts';

const record: CurrentRecord = {
  id: nodeId('inspection/cafcass-2018'),
  type: 'Inspection',
  name: 'Second national inspection',
  version: 4,
  values: { name: 'Second national inspection', startedOn: partialDate('2018-02'), isPilot: false },
  disputed: [],
  said: [
    {
      id: 'statement/1',
      property: 'startedOn',
      value: '2018-02',
      words: 'February 2018',
      standing: 'stands',
      reason: null,
      sources: [],
    },
  ],
  sources: [],
};
const report = { id: nodeId('document/report'), type: 'Document', name: 'Report' } as const;
const blank = emptyEditDraft(4, 'key');
const typed = (part: Partial<EditDraft>): EditDraft => ({ ...blank, reason: 'it was wrong', ...part });

test('only what differs from the record is an edit, whatever was typed and typed back', () => {
  const draft = typed({
    fields: { name: ' Second national inspection ', isPilot: 'yes', purpose: 'To see' },
  });
  expect(listEdits(draft, record)).toEqual([
    { name: 'isPilot', label: 'Pilot', before: 'no', after: 'yes' },
    { name: 'purpose', label: 'Purpose', before: '', after: 'To see' },
  ]);
  expect(checkEditDraft(draft, record)).toEqual({});
});

test('a draft that changes nothing and names no source is told so, and one more source alone is a change', () => {
  expect(Object.keys(checkEditDraft(typed({}), record))).toEqual(['edits']);
  expect(checkEditDraft(typed({ document: [report] }), record)).toEqual({});
});

test('a value that sources are recorded for needs the source of the new one; a value that is none is told at its field', () => {
  expect(Object.keys(checkEditDraft(typed({ fields: { startedOn: '2018-03' } }), record))).toEqual([
    'document',
  ]);
  expect(checkEditDraft(typed({ fields: { startedOn: '2018-03' }, document: [report] }), record)).toEqual({});
  const wrong = checkEditDraft(typed({ fields: { endedOn: 'in spring' } }), record);
  expect(Object.keys(wrong)).toEqual(['set.endedOn']);
});

test('the words of a quote are put right only with the words of its document', () => {
  const quote: CurrentRecord = { ...record, type: 'Quote', values: { text: 'grot' }, said: [] };
  const corrected = typed({ fields: { text: 'grit' }, document: [report] });
  expect(Object.keys(checkEditDraft(corrected, quote))).toEqual(['words']);
  expect(checkEditDraft({ ...corrected, words: 'with grit and luck' }, quote)).toEqual({});
});

test('a draft survives being kept as text, and what the server finds wrong has its place', () => {
  const draft = typed({ fields: { purpose: 'To see', evidenceConsidered: ['files'] }, document: [report] });
  expect(readEditDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(readEditDraft({ fields: {} })).toBeNull();
  expect(['set.startedOn', 'evidence.words', 'evidence.0', 'reason', 'id'].map(placeInEditForm)).toEqual([
    'set.startedOn',
    'words',
    'document',
    'reason',
    null,
  ]);
});
