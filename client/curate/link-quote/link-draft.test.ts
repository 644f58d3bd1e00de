import { expect, test } from 'vitest';
import { nodeId } from '../../../schema/ids.ts';
import type { Picked } from '../form/picked.ts';
import { inputOfDraft } from './input-of-draft.ts';
import { checkLinkDraft, emptyLinkDraft, type LinkDraft, readLinkDraft } from './link-draft.ts';

const douglas: Picked = { id: nodeId('person/anthony-douglas'), type: 'Person', name: 'Anthony Douglas' };
const report: Picked = { id: nodeId('document/000'), type: 'Document', name: 'Five years of grit' };
const whole: LinkDraft = emptyLinkDraft(
  { text: ' grit and determination ', speaker: [douglas], document: [report], reason: 'it was missing' },
  'key-1',
);
const anew = { kind: 'new' } as const;

test('a quote with words, speaker, document and a reason can be saved', () => {
  expect(checkLinkDraft(whole, anew)).toEqual({});
});

test('each part that is missing is named where it belongs', () => {
  expect(Object.keys(checkLinkDraft(emptyLinkDraft({}, 'key'), anew)).sort()).toEqual([
    'document',
    'reason',
    'speaker',
    'text',
  ]);
});

test('a quote that is there needs no words, and one known from elsewhere no document but its explanation', () => {
  const there = { kind: 'existing', quote: report, version: 3, text: 'grit' } as const;
  const outside = { ...whole, text: '', document: [], basis: 'outside' as const };
  expect(checkLinkDraft(outside, there)).toEqual({ explanation: 'Say why, or where it is known from.' });
  expect(checkLinkDraft({ ...outside, explanation: 'Hansard' }, there)).toEqual({});
});

test('a day that is no date is told before it is sent', () => {
  expect(Object.keys(checkLinkDraft({ ...whole, saidOn: 'last spring' }, anew))).toEqual(['saidOn']);
  expect(checkLinkDraft({ ...whole, saidOn: '2018-03~' }, anew)).toEqual({});
});

test('a draft survives being kept by the browser as text', () => {
  expect(readLinkDraft(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});

test('a kept draft of another shape is no draft, and its parts that are none are left out', () => {
  expect(readLinkDraft(null)).toBeNull();
  expect(readLinkDraft({ text: 'without a key' })).toBeNull();
  const odd = readLinkDraft({
    ...whole,
    speaker: [{ id: '../etc', type: 'Person', name: 'x' }],
    about: 7,
    as: 'god',
  });
  expect(odd).toMatchObject({ speaker: [], about: [], as: 'person', text: whole.text });
});

test('what is sent is trimmed, and names the version that was seen of a quote that is there', () => {
  expect(inputOfDraft(whole, anew)).toMatchObject({
    newQuote: { text: 'grit and determination' },
    speaker: douglas.id,
    saidOn: null,
    evidence: { document: report.id, locator: null, basis: 'STATED' },
    idempotencyKey: 'key-1',
  });
  const there = { kind: 'existing', quote: report, version: 3, text: 'grit' } as const;
  expect(inputOfDraft(whole, there)).toMatchObject({ quote: report.id, expectedVersion: 3 });
  expect(inputOfDraft(whole, there)).not.toHaveProperty('newQuote');
});
