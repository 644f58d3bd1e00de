import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreUnavailable } from '../../../server/store/graph-store.ts';
import { type StartedApp, startApp } from '../http/start-app.ts';
import { makeFile } from './make-file.ts';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp({
    clientFiles: new Map([['/assets/page-1a2b.css', makeFile('body { color: red }')]]),
  });
});
afterAll(() => app.stop());

const asBrowser = { headers: { accept: 'text/html,*/*;q=0.8' } };
const read = async (path: string) => (await fetch(app.url + path, asBrowser)).text();

/** Every address that a page of ours links to within our own server, without its fragment. */
function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) => path.replace(/#.*$/, ''));
}

function dataOf(page: string): Record<string, unknown> {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json);
}

/** What schema.org lets each type that we use have, beside what every thing has. */
const ofEveryThing = [
  '@context',
  '@type',
  '@id',
  'url',
  'name',
  'alternateName',
  'mainEntityOfPage',
  'description',
  'sameAs',
  'identifier',
];
const ofWorks =
  'about author archivedAt creditText dateCreated datePublished inLanguage isPartOf license publisher temporalCoverage text'.split(
    ' ',
  );
const ofTypes: Readonly<Record<string, readonly string[]>> = {
  Person: ['honorificPrefix', 'worksFor'],
  Organization: ['parentOrganization'],
  OrganizationRole: ['roleName', 'startDate', 'endDate', 'worksFor'],
  AdministrativeArea: ['containedInPlace'],
  Review: [...ofWorks, 'itemReviewed', 'reviewAspect', 'reviewRating'],
  Rating: ['ratingValue'],
  Quotation: [...ofWorks, 'spokenByCharacter'],
  Observation: ['measuredProperty', 'value', 'unitText', 'observationDate'],
  Event: ['startDate', 'about'],
  PropertyValue: ['propertyID', 'value'],
  ...Object.fromEntries(
    ['CreativeWork', 'NewsArticle', 'Article', 'Report', 'Dataset'].map((type) => [type, ofWorks]),
  ),
};

/** Names in the data that schema.org does not give to the type that has them. */
function foreignNames(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(foreignNames);
  if (typeof data !== 'object' || data === null) return [];
  const type = '@type' in data ? String(data['@type']) : 'none';
  const known = [...ofEveryThing, ...(ofTypes[type] ?? [])];
  return Object.entries(data).flatMap(([name, value]) => [
    ...(known.includes(name) && type in ofTypes ? [] : [`${type}.${name}`]),
    ...foreignNames(value),
  ]);
}

test('every node of the first graph has a page, with data for machines and no link that leads nowhere', async () => {
  const ids = await app.store.nodeIds({ types: null, after: null, limit: 1_000 });
  expect(ids.length).toBe(149);
  const pages = new Set(ids.map((id) => `/${id}`));
  const elsewhere = new Set<string>();
  for (const id of ids) {
    const answer = await fetch(`${app.url}/${id}`, asBrowser);
    const page = await answer.text();
    expect([id, answer.status]).toEqual([id, 200]);
    expect(page).toContain(`<link rel="canonical" href="${app.url}/${id}">`);
    expect(page).toContain(`href="/#/selected=${id}"`);
    expect(dataOf(page)).toMatchObject({ '@context': 'https://schema.org', '@id': `${app.url}/${id}` });
    expect(foreignNames(dataOf(page)), id).toEqual([]);
    for (const number of page.matchAll(/href="#(source-\d+)"/g)) expect(page).toContain(`id="${number[1]}"`);
    for (const path of linksOf(page)) if (!pages.has(path)) elsewhere.add(path);
    expect(page).not.toMatch(/undefined|\[object|\bnull\b/);
  }
  expect([...elsewhere].sort()).toEqual(['/', '/assets/page-1a2b.css', '/graphql']);
});

test('a page names every relationship of its node', async () => {
  const ids = await app.store.nodeIds({ types: null, after: null, limit: 1_000 });
  const { relationships } = await app.store.adjacent({ of: ids, types: null, among: true, limit: 10_000 });
  for (const id of ids) {
    const links = new Set(linksOf(await read(`/${id}`)));
    const others = relationships.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
    expect(others.filter((other) => !links.has(`/${other}`))).toEqual([]);
  }
});

test('every disputed property shows what each source says, with its standing', async () => {
  const ids = await app.store.nodeIds({ types: null, after: null, limit: 1_000 });
  const { nodes, statements } = await app.store.records(ids);
  const disputes = nodes.flatMap(({ id, disputed }) =>
    disputed
      .filter((each) => each !== 'judgements' && each !== 'grade')
      .map((property) => ({ id, property })),
  );
  expect(disputes.length).toBeGreaterThan(2);
  for (const { id, property } of disputes) {
    const page = await read(`/${id}`);
    const sides = statements.filter(({ of, property: about }) => of === id && about === property);
    expect(page).toContain('The sources disagree');
    const [list = ''] = /<ul class="sides">.*?<\/ul>/s.exec(page) ?? [];
    expect(list.match(/<li>/g)?.length).toBe(sides.length);
    expect(list).toContain('stands');
    expect(list).toContain('also said');
    expect(list).toContain('href="#source-');
  }
});

test('an inspection whose judgements are disputed shows both with their sources, the one that stands first', async () => {
  const page = await read('/inspection/cafcass-2018');
  const [row = ''] = /<tr class="disputed">.*?<\/tr>/s.exec(page) ?? [];
  expect(row).toContain('the sources disagree');
  expect(row.indexOf('Outstanding')).toBeGreaterThan(0);
  expect(row.indexOf('Outstanding')).toBeLessThan(row.indexOf('Good'));
  expect(row).toContain('also said');
  expect(dataOf(await read('/judgement/cafcass-2018/overall/outstanding'))).not.toHaveProperty(
    'reviewRating',
  );
  expect(await read('/judgement/cafcass-2018/overall/outstanding')).toContain(
    'href="/judgement/cafcass-2018/overall/good"',
  );
});

test('a quote has its words, its speaker with the post at that time, its subject and its document', async () => {
  const page = await read('/quote/000-04');
  expect(page).toContain('<blockquote');
  expect(page).toContain('five years of grit and determination');
  expect(page).toContain('href="/person/anthony-douglas"');
  expect(page).toContain('attested at that time');
  expect(page).toContain('href="/inspection/cafcass-2014"');
  expect(page).toContain('No licence is recorded.');
  expect(dataOf(page)).toMatchObject({
    '@type': 'Quotation',
    spokenByCharacter: [{ '@type': 'Person', name: 'Anthony Douglas' }],
  });
});

test('a page is read without scripts and styles of its own, under a policy that lets through neither', async () => {
  const answer = await fetch(`${app.url}/person/anthony-douglas`, asBrowser);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toMatch(/script-src|unsafe|nonce/);
  const page = await answer.text();
  expect(page).not.toMatch(/ style="|<style|<script(?! type="application\/ld\+json")/);
  expect(page).toContain('<link rel="stylesheet" href="/assets/page-1a2b.css">');
});

test('a page that is known already is not sent again', async () => {
  const first = await fetch(`${app.url}/person/anthony-douglas`);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = await fetch(`${app.url}/person/anthony-douglas`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('an address of nothing is told to a browser in words and to a client in JSON', async () => {
  const page = await fetch(`${app.url}/person/nobody-at-all`, asBrowser);
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await page.text()).toContain('Not found');
  const answer = await fetch(`${app.url}/person/nobody-at-all`, { headers: { accept: 'application/json' } });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('an address that no node can have has no page', async () => {
  for (const path of ['/person', '/person/', '/Person/anthony-douglas', '/planet/mars', '/relationship/x'])
    expect([path, (await fetch(app.url + path, asBrowser)).status]).toEqual([path, 404]);
});

test('the API names the page of an entity as its address', async () => {
  const { body } = await app.ask('{ person(id: "person/anthony-douglas") { url } }');
  expect(body.data).toEqual({ person: { url: `${app.url}/person/anthony-douglas` } });
});

test('a database that does not answer is told in words', async () => {
  const gone = await startApp({
    wrapStore: (store) => ({
      ...store,
      read: () => Promise.reject(new StoreUnavailable('the database is gone')),
    }),
  });
  const page = await fetch(`${gone.url}/person/anthony-douglas`, asBrowser);
  await gone.stop();
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('try again later');
});
