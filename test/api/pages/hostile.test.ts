import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphRecords } from '../../../schema/records.ts';
import { pageSubjectOf } from '../../../server/pages/page-path.ts';
import { listLimit } from '../../../server/pages/plan-page.ts';
import { readPage } from '../../../server/pages/read-page.ts';
import { renderPage } from '../../../server/pages/render-page.ts';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import {
  makeChange,
  makeEvidence,
  makeNode,
  makeRelationship,
  makeStatement,
} from '../../support/small-world.ts';
import { openEmptySqlite } from '../graph/open-empty-sqlite.ts';

let store: GraphStore;
beforeEach(async () => {
  store = await openEmptySqlite();
});
afterEach(() => store.close());

const put = async (records: Partial<GraphRecords>) =>
  expect(await store.write(makeChange(records))).toMatchObject({ kind: 'written' });

async function pageOf(id: string, origin = 'http://oversight.example'): Promise<string> {
  const subject = pageSubjectOf(`/${id}`);
  const tree = subject && (await readPage(store, subject));
  return tree ? renderPage(tree, { origin, style: null }) : '';
}

const hostile = `</script></title><img src=x onerror="alert('x')"><script>alert(1)</script>`;

test('no text of a record becomes markup, wherever it stands on a page', async () => {
  const document = makeNode('document/bad', 'Document', {
    name: hostile,
    kind: hostile,
    licence: hostile,
    attribution: hostile,
    note: hostile,
    aliases: [hostile],
  });
  const quote = makeNode('quote/bad', 'Quote', { name: hostile, text: hostile, kind: hostile });
  const person = makeNode('person/bad', 'Person', { name: hostile, honorific: hostile }, ['honorific']);
  const body = makeNode('organisation/bad', 'Organisation', { name: hostile });
  const relationships = [
    makeRelationship('SAID', person.id, quote.id, { as: hostile }),
    makeRelationship('QUOTED_IN', quote.id, document.id, { locator: hostile }),
    makeRelationship('HOLDS_POST', person.id, body.id, { title: hostile, kind: hostile }),
  ];
  const words = { locator: hostile, words: hostile, explanation: hostile };
  await put({
    nodes: [document, quote, person, body],
    relationships,
    statements: [
      makeStatement(person.id, 'honorific', hostile),
      makeStatement(person.id, 'honorific', `${hostile}2`, 'also said', hostile),
    ],
    evidence: relationships.map(({ id }) => makeEvidence(id, 'document/bad', words)),
  });
  for (const { id } of [document, quote, person, body]) {
    const page = await pageOf(id, 'http://evil"><script>');
    expect(page).toContain('&lt;img src=x onerror=&quot;');
    expect(page).not.toMatch(/<img|<script(?! type="application\/ld\+json">)|onerror="/);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({ name: hostile });
  }
});

test('an address that is no web address is shown as words and never as a link', async () => {
  const document = makeNode('document/bad', 'Document', {
    name: 'A document',
    sourceUrl: 'javascript:alert(1)',
    archiveUrl: 'https://archive.example/"onclick=',
  });
  const person = makeNode('person/ada', 'Person', { name: 'Ada' });
  await put({ nodes: [document, person], evidence: [makeEvidence(person.id, document.id)] });
  for (const page of [await pageOf(document.id), await pageOf(person.id)]) {
    expect(page).not.toMatch(/href="\s*javascript:/i);
    expect(page).toContain('href="https://archive.example/%22onclick="');
    expect(page).not.toContain('"sameAs":"javascript:');
  }
  expect(await pageOf(document.id)).toContain('<dd>javascript:alert(1)');
});

test('a post that sources disagree on shows what each says', async () => {
  const post = {
    ...makeRelationship('HOLDS_POST', 'person/ada', 'organisation/board', { title: 'Chair' }),
    disputed: ['from'],
  };
  await put({
    nodes: [
      makeNode('person/ada', 'Person', { name: 'Ada' }),
      makeNode('organisation/board', 'Organisation', { name: 'The board' }),
    ],
    relationships: [post],
    statements: [
      makeStatement(post.id, 'from', '2009-05~'),
      makeStatement(post.id, 'from', '2011', 'also said'),
    ],
    evidence: [makeEvidence(post.id, null)],
  });
  for (const page of [await pageOf('person/ada'), await pageOf('organisation/board')]) {
    expect(page).toContain('about May 2009 <span class="standing">stands');
    expect(page).toContain('2011 <span class="standing">also said');
  }
});

test('a long list is cut, and says that the explorer has the others', async () => {
  const parts = Array.from({ length: listLimit + 1 }, (_, index) =>
    makeNode(`organisation/part-${index}`, 'Organisation', { name: `Part ${index}` }),
  );
  const relationships = parts.map(({ id }) => makeRelationship('PART_OF', id, 'organisation/whole'));
  await put({
    nodes: [makeNode('organisation/whole', 'Organisation', { name: 'The whole' }), ...parts],
    relationships,
    evidence: relationships.map(({ id }) => makeEvidence(id, null)),
  });
  const page = await pageOf('organisation/whole');
  expect(page.match(/href="\/organisation\/part-/g)?.length).toBe(listLimit);
  expect(page).toContain('There are more');
});

test('the statements of a page do not grow with what it shows', async () => {
  const quotes = ['a', 'b', 'c'].map((name) => makeNode(`quote/${name}`, 'Quote', { name, text: name }));
  const said = [
    makeRelationship('SAID', 'person/heard-once', 'quote/a'),
    ...quotes.map(({ id }) => makeRelationship('SAID', 'person/heard', id)),
  ];
  await put({
    nodes: [
      makeNode('person/heard-once', 'Person', { name: 'Heard once' }),
      makeNode('person/heard', 'Person', { name: 'Heard' }),
      ...quotes,
    ],
    relationships: said,
    evidence: said.map(({ id }) => makeEvidence(id, null)),
  });
  const count = async (id: string): Promise<number> => {
    const before = store.statementCount();
    expect(await pageOf(id)).not.toBe('');
    return store.statementCount() - before;
  };
  const once = await count('person/heard-once');
  expect(once).toBeLessThan(20);
  expect(await count('person/heard')).toBe(once);
});
