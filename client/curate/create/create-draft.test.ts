import { expect, test } from 'vitest';
import { nodeTypeNames } from '../../../schema/node-types.ts';
import { filledProperties } from '../form/values/fields.ts';
import { checkCreateDraft, emptyCreateDraft, placeInCreateForm, readCreateDraft } from './create-draft.ts';

const blank = { ...emptyCreateDraft('key'), reason: 'it was missing' };

test('whatever the type, a node without what its name is made of is not sent', () => {
  for (const type of nodeTypeNames) {
    const missing = Object.keys(checkCreateDraft({ ...blank, type })).filter((field) =>
      field.startsWith('set.'),
    );
    expect(missing, type).toHaveLength(1);
  }
});

test('all but documents, which are sources themselves, name a source', () => {
  const fields = { name: 'A report' };
  expect(checkCreateDraft({ ...blank, type: 'Document', fields })).toEqual({});
  expect(Object.keys(checkCreateDraft({ ...blank, type: 'Organisation', fields }))).toEqual(['document']);
});

test('what was typed for another type stays in the draft, and is not sent', () => {
  const draft = { ...blank, fields: { name: 'Ada', metric: 'children', note: '  ' } };
  expect(filledProperties(draft.type, draft.fields).map(({ name }) => name)).toEqual(['name']);
  expect(readCreateDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(readCreateDraft({ ...draft, type: 'Planet' })).toBeNull();
});

test('what the server finds wrong has its place', () => {
  expect(['properties.name', 'evidence', 'reason', 'entity'].map(placeInCreateForm)).toEqual([
    'set.name',
    'document',
    'reason',
    null,
  ]);
});
