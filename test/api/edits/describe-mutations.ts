import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph, eve } from '../graph/ask-graph.ts';

const failures = `
  __typename
  ... on ValidationProblem { message problems { field code message } }
  ... on NotFoundProblem { missing { field id } }
  ... on ConflictProblem { record expectedVersion currentVersion current { id } }`;

const evidence = [{ document: 'document/good-2014', words: 'as printed', locator: 'paragraph 3' }];
const reason = 'it says so';

/** Every action of a curator beside linking a quote, through the API, each on the first graph as it was seeded. */
export function describeMutations(name: string, open: () => Promise<GraphStore>): void {
  describe(`Curators on ${name}`, () => {
    let store: GraphStore;
    let graph: AskedGraph;
    beforeEach(async () => {
      store = await open();
      await loadCafcass(store);
      graph = askGraph(store, eve);
    });
    afterEach(() => store.close());

    /** Calls the mutation, with what is selected of its success. */
    async function call(mutation: string, input: Record<string, unknown>, selection = '') {
      const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const answer = await graph.ask(
        `mutation ($input: ${type}Input!) { ${mutation}(input: $input) {
           ${failures} ... on ${type}Success { sequence removed changed { id } ${selection} } } }`,
        { input: { reason, ...input } },
      );
      return answer[mutation];
    }
    const entity = async (id: string, selection: string) =>
      (await graph.ask(`{ node(id: "${id}") { id ... on Entity { version ${selection} } } }`)).node;

    test('make an entity with an id of its own, and one of the same name with another', async () => {
      const input = { entity: { person: { name: 'Édith  O’Brien', honorific: 'Dame' } }, evidence };
      const answer = await call('createEntity', input, 'entity { id name evidence { words } }');
      expect(answer.entity).toEqual({
        id: 'person/edith-obrien',
        name: 'Édith  O’Brien',
        evidence: [{ words: 'as printed' }],
      });
      expect((await call('createEntity', input, 'entity { id }')).entity.id).toBe('person/edith-obrien-2');
    });

    test('never get the id of an entity that was removed', async () => {
      const input = { entity: { person: { name: 'Ada' } }, evidence };
      await call('createEntity', input);
      await call('removeEntity', { id: 'person/ada', expectedVersion: 1 });
      expect((await call('createEntity', input, 'entity { id }')).entity.id).toBe('person/ada-2');
    });

    test.each([
      ['without a name', { entity: { person: {} }, evidence }, 'properties.name'],
      ['without a source', { entity: { person: { name: 'Ada' } } }, 'evidence'],
      [
        'with a day that is none',
        { entity: { inspection: { name: 'I', startedOn: 'soon' } }, evidence },
        'properties.startedOn',
      ],
      [
        'with a link that is none',
        { entity: { document: { name: 'D', sourceUrl: 'javascript:x' } } },
        'properties.sourceUrl',
      ],
    ])('make no entity %s', async (_what, input, field) => {
      const answer = await call('createEntity', input);
      expect(answer.problems.map((problem: { field: string }) => problem.field)).toContain(field);
      expect((await store.journalHead()).sequence).toBe(1);
    });

    test('put a slip right without a source, and take a value away', async () => {
      const { version } = await entity('person/anthony-douglas', '');
      const id = 'person/anthony-douglas';
      const set = { person: { honorific: 'Sir', note: 'seen' } };
      const first = await call('changeEntity', { id, expectedVersion: version, set }, 'entity { version }');
      expect(first.entity.version).toBe(version + 1);
      await call('changeEntity', { id, expectedVersion: version + 1, set: { person: { note: null } } });
      const after = await entity(id, '... on Person { honorific note }');
      expect(after).toMatchObject({ version: version + 2, honorific: 'Sir', note: null });
    });

    test('a value with a source stands beside the one before, and both are told', async () => {
      const { version } = await entity('document/good-2014', '');
      const answer = await call(
        'changeEntity',
        {
          id: 'document/good-2014',
          expectedVersion: version,
          set: { document: { publishedOn: '2013-01-01' } },
          evidence: [{ document: 'document/fourth-2009', words: '1 January 2013' }],
        },
        'entity { disputedProperties statements { property value standing evidence { words } } }',
      );
      expect(answer.entity.disputedProperties).toContain('publishedOn');
      const told = answer.entity.statements.filter(
        (statement: { property: string }) => statement.property === 'publishedOn',
      );
      expect(told.map(({ value }: { value: string }) => value).sort()).toEqual(['2013-01-01', '2014-04-24']);
      const byId = Object.fromEntries(told.map((one: { value: string }) => [one.value, one]));
      expect(byId['2013-01-01'].evidence).toEqual([{ words: '1 January 2013' }]);
    });

    test('an edit of an older version is told what the entity is now, and one of another type is refused', async () => {
      const id = 'person/anthony-douglas';
      const set = { person: { honorific: 'Sir' } };
      expect(await call('changeEntity', { id, expectedVersion: 9, set })).toMatchObject({
        __typename: 'ConflictProblem',
        record: id,
        expectedVersion: 9,
        currentVersion: 1,
        current: { id },
      });
      const wrong = { id, expectedVersion: 1, set: { region: { code: 'x' } } };
      expect((await call('changeEntity', wrong)).problems).toMatchObject([
        { field: 'id', code: 'END_NOT_ALLOWED' },
      ]);
    });

    test('the words of a quote are corrected only from the words of its source', async () => {
      const id = 'quote/000-02';
      const set = { quote: { text: 'supportive management cultures' } };
      const refused = await call('changeEntity', { id, expectedVersion: 1, set });
      expect(refused.problems).toMatchObject([{ field: 'set.text' }]);
      const answer = await call(
        'changeEntity',
        {
          id,
          expectedVersion: 1,
          set,
          evidence: [{ document: 'document/good-2014', words: 'a “supportive management cultures” of' }],
        },
        'entity { version name ... on Quote { text } }',
      );
      expect(answer.entity).toMatchObject({ version: 2, text: 'supportive management cultures' });
      const [item] = await store.journalItems({ sequence: answer.sequence, after: -1, limit: 1 });
      expect(item?.before?.record.properties).toMatchObject({ text: 'supportive management culture' });
    });

    test('an entity goes with its relationships only if that is wanted, a document only if nothing rests on it', async () => {
      const id = 'person/anthony-douglas';
      const kept = await call('removeEntity', { id, expectedVersion: 1 });
      expect(kept.problems).toMatchObject([{ field: 'withRelationships', code: 'STILL_REFERENCED' }]);
      const gone = await call('removeEntity', { id, expectedVersion: 1, withRelationships: true });
      expect(gone.removed).toContain(id);
      expect(await entity(id, '')).toBeNull();
      const document = { id: 'document/good-2014', expectedVersion: 1, withRelationships: true };
      expect((await call('removeEntity', document)).problems).toMatchObject([
        { field: 'id', code: 'STILL_REFERENCED' },
      ]);
    });

    test('two entities are joined, with a source; the same again adds a source, other dates make another', async () => {
      const post = {
        type: 'HOLDS_POST',
        from: 'person/anthony-douglas',
        to: 'organisation/ofsted',
        properties: { title: 'Adviser', from: '2019' },
        evidence,
      };
      const selection = 'relationship { id version evidence { locator } from { edtf } }';
      const first = await call('relate', post, selection);
      const more = [{ ...evidence[0], locator: 'paragraph 9' }];
      const again = await call('relate', { ...post, evidence: more }, selection);
      expect(again.relationship).toMatchObject({ id: first.relationship.id, version: 2 });
      expect(again.relationship.evidence).toHaveLength(2);
      const other = await call(
        'relate',
        { ...post, properties: { title: 'Adviser', from: '2021' } },
        selection,
      );
      expect(other.relationship).toMatchObject({ version: 1, from: { edtf: '2021' } });
      expect(other.relationship.id).not.toBe(first.relationship.id);
      const parted = await call('unrelate', { relationship: first.relationship.id, expectedVersion: 2 });
      expect(parted.removed).toEqual([first.relationship.id]);
    });

    test.each([
      ['without a source', { evidence: [] }, 'ValidationProblem'],
      ['to what is not there', { to: 'organisation/none' }, 'NotFoundProblem'],
      ['to what its type does not join', { to: 'region/england' }, 'ValidationProblem'],
      ['with a value that its type has not', { properties: { locator: 'p' } }, 'ValidationProblem'],
    ])('no relationship is made %s, and nothing else either', async (_what, change, typename) => {
      const post = {
        type: 'HOLDS_POST',
        from: 'person/anthony-douglas',
        to: 'organisation/ofsted',
        evidence,
      };
      expect((await call('relate', { ...post, ...change })).__typename).toBe(typename);
      expect((await store.journalHead()).sequence).toBe(1);
    });

    test('the dates of a post are changed by the version that was seen', async () => {
      const [post] = (
        await graph.ask('{ person(id: "person/anthony-douglas") { posts(first: 1) { edges { id } } } }')
      ).person.posts.edges;
      const answer = await call(
        'changeRelationship',
        { relationship: post.id, expectedVersion: 1, set: { interim: true } },
        'relationship { version interim }',
      );
      expect(answer.relationship).toEqual({ version: 2, interim: true });
      const stale = { relationship: post.id, expectedVersion: 1, set: { to: '2019' } };
      expect((await call('changeRelationship', stale)).__typename).toBe('ConflictProblem');
    });

    test('a judgement that another source agrees with gets its evidence; one that differs makes both disputed until one is settled', async () => {
      const input = { inspection: 'inspection/cafcass-2014', area: 'Overall effectiveness', evidence };
      const selection =
        'judgement { id version standing disputed label grade { rank } inspection { id disputedProperties } }';
      const agreed = await call('recordJudgement', { ...input, label: 'Good' }, selection);
      const other = await call('recordJudgement', { ...input, label: 'inadequate' }, selection);
      expect(other.judgement).toMatchObject({
        disputed: true,
        label: 'inadequate',
        inspection: { id: 'inspection/cafcass-2014', disputedProperties: ['judgements'] },
      });
      expect(other.judgement.id).not.toBe(agreed.judgement.id);
      const { id } = agreed.judgement;
      const { version } = await entity(id, '');
      const settled = await call(
        'settleJudgement',
        { judgement: id, expectedVersion: version, verdict: 'STANDS', reason: 'the report was corrected' },
        selection,
      );
      expect(settled.judgement).toMatchObject({ standing: 'stands', disputed: false });
      for (const judgement of [id, other.judgement.id])
        expect(
          await entity(judgement, '... on Judgement { settled { sequence author reason } }'),
        ).toMatchObject({
          settled: { sequence: settled.sequence, author: 'Eve', reason: 'the report was corrected' },
        });
      expect(await entity(other.judgement.id, '... on Judgement { standing disputed }')).toMatchObject({
        standing: 'rejected',
        disputed: false,
      });
      const [again] = [await entity(other.judgement.id, '')];
      await call('settleJudgement', {
        judgement: other.judgement.id,
        expectedVersion: again.version,
        verdict: 'OPEN',
      });
      expect(await entity('inspection/cafcass-2014', 'disputedProperties')).toMatchObject({
        disputedProperties: ['judgements'],
      });
    });

    test('of two dates that sources give a curator settles which one stands, with a reason that is kept', async () => {
      const id = 'inspection/east-midlands-2008';
      const selection =
        'disputedProperties statements { id property value standing reason settled { sequence author version } }';
      const before = await entity(id, selection);
      const [property] = before.disputedProperties.filter((name: string) => name !== 'judgements');
      const of = (found: typeof before) =>
        found.statements.filter((statement: { property: string }) => statement.property === property);
      const loser = of(before).find(({ standing }: { standing: string }) => standing === 'ALSO_SAID');
      const answer = await call(
        'settleStatement',
        {
          record: id,
          statement: loser.id,
          expectedVersion: before.version,
          verdict: 'STANDS',
          reason: 'the letter is the earlier source',
        },
        `settled { id ... on Entity { ${selection} } }`,
      );
      expect(answer.settled.disputedProperties).not.toContain(property);
      const standings = of(answer.settled).map((statement: Record<string, unknown>) => [
        statement.value,
        statement.standing,
      ]);
      expect(standings).toContainEqual([loser.value, 'STANDS']);
      expect(standings.filter(([, standing]: string[]) => standing === 'REJECTED')).not.toEqual([]);
      for (const statement of of(answer.settled)) {
        expect(statement.reason).toBe('the letter is the earlier source');
        expect(statement.settled).toEqual({ sequence: answer.sequence, author: 'Eve', version: 2 });
      }
      expect(of(before).map(({ settled }: { settled: unknown }) => settled)).toEqual(
        of(before).map(() => null),
      );
    });

    test('merging carries names, relationships and evidence over, and the old id leads to the survivor', async () => {
      const twin = { entity: { person: { name: 'A. Douglas', honorific: 'Sir' } }, evidence };
      const { entity: made } = await call('createEntity', twin, 'entity { id }');
      const held = await graph.ask(
        '{ person(id: "person/anthony-douglas") { version posts { edges { id title node { id } } } } }',
      );
      const [post] = held.person.posts.edges;
      const extra = [{ document: 'document/fourth-2009', words: 'A. Douglas' }];
      for (const [to, title] of [
        [post.node.id, post.title],
        ['organisation/ofsted', 'Visitor'],
      ])
        await call('relate', {
          type: 'HOLDS_POST',
          from: made.id,
          to,
          properties: { title },
          evidence: extra,
        });
      const input = {
        survivor: 'person/anthony-douglas',
        survivorVersion: 1,
        merged: made.id,
        mergedVersion: 1,
      };
      const answer = await call('mergeEntities', input, 'entity { id aliases }');
      expect(answer.entity).toMatchObject({
        id: 'person/anthony-douglas',
        aliases: expect.arrayContaining(['A. Douglas']),
      });
      const after = await graph.ask(
        `{ node(id: "${made.id}") { id }
           person(id: "${made.id}") { id honorific posts { edges { id title evidence { words } node { id } } } }
           nodes(ids: ["${made.id}", "organisation/ofsted"]) { id }
           neighbours(id: "${made.id}", first: 1) { totalCount }
           paths(from: "${made.id}", to: "organisation/ofsted", maxHops: 2) { paths { nodes { id } } }
           subgraph(ids: ["${made.id}"], hops: 1) { nodes { id } } }`,
      );
      expect(after.node.id).toBe('person/anthony-douglas');
      expect(after.person).toMatchObject({ id: 'person/anthony-douglas', honorific: 'Sir' });
      expect(after.nodes.map(({ id }: { id: string }) => id)).toEqual([
        'person/anthony-douglas',
        'organisation/ofsted',
      ]);
      // The post that both had is one, with the evidence of both; the other one came along.
      const titles = after.person.posts.edges.map((edge: { title: string }) => edge.title);
      expect(titles.filter((title: string) => title === post.title)).toHaveLength(1);
      expect(titles).toContain('Visitor');
      const joined = after.person.posts.edges.find((edge: { id: string }) => edge.id === post.id);
      expect(joined.evidence.map(({ words }: { words: string }) => words)).toContain('A. Douglas');
      expect(after.neighbours.totalCount).toBeGreaterThan(1);
      expect(after.paths.paths[0].nodes[0].id).toBe('person/anthony-douglas');
      expect(after.subgraph.nodes.map(({ id }: { id: string }) => id)).toContain('person/anthony-douglas');
      expect(await graph.ask('{ search(query: "A. Douglas", first: 3) { nodes { id } } }')).toMatchObject({
        search: { nodes: [{ id: 'person/anthony-douglas' }] },
      });
    });

    test('two documents become one: what rested on either rests on the survivor', async () => {
      const [one, other] = ['document/good-2014', 'document/fourth-2009'];
      const count = async (id: string) =>
        (await graph.ask(`{ document(id: "${id}") { supports { totalCount } } }`)).document.supports
          .totalCount;
      const [before, more] = [await count(one), await count(other)];
      const answer = await call('mergeEntities', {
        survivor: one,
        survivorVersion: 1,
        merged: other,
        mergedVersion: 1,
      });
      expect(answer.__typename).toBe('MergeEntitiesSuccess');
      const after = await count(one);
      expect(after).toBeGreaterThan(before);
      expect(after).toBeLessThanOrEqual(before + more + 5);
      expect(await count(other)).toBe(after);
    });

    test.each([
      ['a node with itself', 'person/anthony-douglas', 'person/anthony-douglas', 'merged'],
      ['nodes of two types', 'person/anthony-douglas', 'organisation/ofsted', 'merged'],
      ['quotes of other words', 'quote/000-01', 'quote/000-02', 'merged'],
    ])('%s are not merged', async (_what, survivor, merged, field) => {
      const answer = await call('mergeEntities', {
        survivor,
        survivorVersion: 1,
        merged,
        mergedVersion: 1,
      });
      expect(answer.problems).toMatchObject([{ field }]);
    });
  });
}
