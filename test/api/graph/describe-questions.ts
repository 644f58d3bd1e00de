import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../../server/store/graph-store.ts';
import { loadCafcass } from '../../facts/loaded-graph.ts';
import { type AskedGraph, askGraph } from './ask-graph.ts';

interface Named {
  readonly name: string;
}

/** The same on every store. `open` gives an empty one. */
export function describeQuestions(store: string, open: () => Promise<GraphStore>): void {
  describe(`the first graph in ${store}`, () => {
    let graph: AskedGraph;
    beforeAll(async () => {
      const store = await open();
      expect((await loadCafcass(store)).kind).toBe('loaded');
      graph = askGraph(store);
      return () => store.close();
    });

    test('every quote has exactly one speaker, at least one subject and one document', async () => {
      const { quotes } = await graph.ask(`{ quotes(first: 100) { totalCount nodes { id
      speakers { totalCount } about { totalCount } quotedIn { totalCount } } } }`);
      expect(quotes.totalCount).toBe(24);
      for (const quote of quotes.nodes) {
        expect([quote.id, quote.speakers.totalCount, quote.quotedIn.totalCount]).toEqual([quote.id, 1, 1]);
        expect(quote.about.totalCount).toBeGreaterThan(0);
      }
    });

    test('every relationship has evidence, and every piece of it a document or an explanation', async () => {
      const { subgraph } = await graph.ask(
        '{ subgraph { truncated relationships { id evidence { document { name } explanation } } } }',
      );
      expect(subgraph.truncated).toBe(false);
      expect(subgraph.relationships.length).toBeGreaterThan(200);
      for (const { id, evidence } of subgraph.relationships) {
        expect([id, evidence.length]).not.toEqual([id, 0]);
        for (const { document, explanation } of evidence) expect(document ?? explanation).toBeTruthy();
      }
    });

    test('there is a path from Yvette Stanley to Birmingham and Black Country', async () => {
      const { paths } = await graph.ask(`{ paths(
      from: "person/yvette-stanley", to: "region/birmingham-and-black-country", first: 1) {
        paths { words nodes { name } relationships { start { id } end { id } } } } }`);
      const [path] = paths.paths;
      expect(path.nodes.map(({ name }: Named) => name)).toEqual([
        'Yvette Stanley',
        'Ofsted',
        'Birmingham and Black Country service area, 2009',
        'Birmingham and Black Country',
      ]);
      expect(path.relationships).toHaveLength(3);
      expect(path.words).toContain('of Ofsted; Ofsted conducted Birmingham and Black Country service area');
    });

    test('the inspections of Cafcass come in the order of time, with their judgements', async () => {
      const { organisation } = await graph.ask(`{ organisation(id: "organisation/cafcass") {
      inspections(orderBy: [{ field: DATE }]) { totalCount nodes { name date { earliest }
        judgements { nodes { label area grade { rank of } } } } } } }`);
      const { nodes, totalCount } = organisation.inspections;
      expect(totalCount).toBe(nodes.length);
      const days = nodes.map(({ date }: { date: { earliest: string } | null }) => date?.earliest ?? '9999');
      expect(days).toEqual([...days].sort());
      const rankOf = (name: RegExp) => {
        const inspection = nodes.find((node: Named) => name.test(node.name));
        return inspection.judgements.nodes.find(
          ({ area }: { area: string }) => area === 'private law practice',
        )?.grade;
      };
      expect(rankOf(/Third national inspection/)).toEqual({ rank: 1, of: 4 });
    });

    test('someone can be named who was chief executive when a service was rated inadequate', async () => {
      const { inspections } = await graph.ask(`{ inspections(
      where: { judgements: { some: { area: { eq: "overall" }, grade: { ranks: [4] } } } }
      orderBy: [{ field: DATE }]) { nodes { name date { edtf }
        postHoldersThen(kind: "chief executive") {
          certainty title person { name } organisation { name } evidence { document { name } } } } } }`);
      expect(inspections.nodes.length).toBeGreaterThan(0);
      for (const { postHoldersThen } of inspections.nodes) {
        expect(postHoldersThen[0]).toMatchObject({
          person: { name: 'Anthony Douglas' },
          organisation: { name: 'Cafcass' },
        });
        expect(postHoldersThen[0].evidence.length).toBeGreaterThan(0);
      }
    });

    test('a speaker’s posts on the day of the quote come with how sure they are', async () => {
      const { person } = await graph.ask(`{ person(id: "person/anthony-douglas") {
      said { nodes { ... on Quote { date { edtf } speakerPosts { certainty person { id } organisation { name } } } } } } }`);
      const posts = person.said.nodes.flatMap(
        (quote: { speakerPosts?: unknown[] }) => quote.speakerPosts ?? [],
      );
      expect(posts).toContainEqual({
        certainty: 'ATTESTED',
        person: { id: 'person/anthony-douglas' },
        organisation: { name: 'Cafcass' },
      });
    });

    test('both overall judgements of 2018 are disputed, and so is their inspection', async () => {
      const { judgements } = await graph.ask(`{ judgements(where: { disputed: true }) { nodes {
      label disputed inspection { id disputed disputedProperties }
      inspectionEdge { says evidence { basis } } } } }`);
      expect(judgements.nodes.map(({ label }: { label: string }) => label).sort()).toEqual([
        'Good',
        'Outstanding',
      ]);
      for (const { inspection, inspectionEdge } of judgements.nodes) {
        expect(inspection).toMatchObject({ id: 'inspection/cafcass-2018', disputed: true });
        expect(inspectionEdge.evidence.length).toBeGreaterThan(0);
      }
    });

    test('a search forgives case, accents and one typing error, and says where it matched', async () => {
      for (const query of ['TIOTTO', 'tiótto', 'tiotti']) {
        const { search } = await graph.ask(
          'query ($query: String!) { search(query: $query, types: [PERSON]) { edges { node { id } highlights { property text ranges { start end } } } } }',
          { query },
        );
        expect(search.edges[0].node.id).toBe('person/jacky-tiotto');
        expect(search.edges[0].highlights).toEqual([
          { property: 'name', text: 'Jacky Tiotto', ranges: [{ start: 6, end: 12 }] },
        ]);
      }
    });

    test('suggestions know what to show without a second question', async () => {
      const { suggest } = await graph.ask('{ suggest(query: "cafc", first: 3) { id type name } }');
      expect(suggest[0]).toEqual({ id: 'organisation/cafcass', type: 'ORGANISATION', name: 'Cafcass' });
      expect(suggest).toHaveLength(3);
    });

    test('everything that rests on a document is listed, page by page, once', async () => {
      const source = `query ($after: String) { document(id: "document/good-2014") { supports(first: 40, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { supports
        evidence { id document { id } } record { id } statement { id property valueWords } } } } }`;
      const seen: string[] = [];
      let after: string | null = null;
      let total = 0;
      do {
        const { document } = await graph.ask(source, { after });
        const { edges, pageInfo, totalCount } = document.supports;
        for (const { evidence, record } of edges) {
          expect(record.id).toBeTruthy();
          expect(evidence.document.id).toBe('document/good-2014');
          seen.push(evidence.id);
        }
        total = totalCount;
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen).size).toBe(total);
      expect(seen).toHaveLength(total);
    });

    test('the timeline goes from early to late within the days that are asked for', async () => {
      const { timeline } =
        await graph.ask(`{ timeline(types: [INSPECTION, EVENT], from: "2009", to: "2014-12") {
      edges { what date { earliest latest words } entity { type } } } }`);
      const days = timeline.edges.map(({ date }: { date: { earliest: string } }) => date.earliest);
      expect(days.length).toBeGreaterThan(2);
      expect(days).toEqual([...days].sort());
      for (const { date } of timeline.edges) {
        expect(date.latest >= '2009-01-01' && date.earliest <= '2014-12-31').toBe(true);
      }
    });

    test('facets count by type, and a disputed judgement in both bins', async () => {
      const { facets } = await graph.ask('{ facets(by: [TYPE, GRADE]) { by key count disputed } }');
      expect(facets).toContainEqual({ by: 'TYPE', key: 'Quote', count: 24, disputed: 0 });
      expect(facets).toContainEqual({ by: 'TYPE', key: 'Judgement', count: 26, disputed: 2 });
      const disputedGrades = facets.filter(
        (facet: { by: string; disputed: number }) => facet.by === 'GRADE' && facet.disputed > 0,
      );
      expect(disputedGrades.map(({ key }: { key: string }) => key)).toEqual(
        expect.arrayContaining(['ofsted-social-care-2013#1', 'ofsted-social-care-2013#2']),
      );
    });

    test('two people are connected by what both are related to', async () => {
      const { sharedConnections } = await graph.ask(`{ sharedConnections(
      ids: ["person/anthony-douglas", "person/jacky-tiotto"]) {
        connections { node { name } connects relationships { type } } truncated } }`);
      expect(sharedConnections.connections[0]).toEqual({
        node: { name: 'Cafcass' },
        connects: ['person/anthony-douglas', 'person/jacky-tiotto'],
        relationships: [{ type: 'HOLDS_POST' }, { type: 'HOLDS_POST' }],
      });
    });

    test('neighbours add up to the counts of each type and direction', async () => {
      const { relationshipCounts, neighbours } = await graph.ask(`{
      relationshipCounts(id: "organisation/ofsted") { relationships neighbours says }
      neighbours(id: "organisation/ofsted", first: 100) { totalCount edges { direction type says node { id } } } }`);
      const sum = relationshipCounts.reduce(
        (count: number, { relationships }: { relationships: number }) => count + relationships,
        0,
      );
      expect(neighbours.totalCount).toBe(sum);
      expect(neighbours.edges).toHaveLength(Math.min(sum, 100));
    });

    test('neighbours of one type and direction are those alone', async () => {
      const { neighbours } =
        await graph.ask(`{ neighbours(id: "organisation/ofsted", types: [CONDUCTED], direction: OUT) {
      edges { type direction node { type } } } }`);
      expect(new Set(neighbours.edges.map((edge: unknown) => JSON.stringify(edge)))).toEqual(
        new Set(['{"type":"CONDUCTED","direction":"OUT","node":{"type":"INSPECTION"}}']),
      );
    });

    test('the starting views name nodes that are there', async () => {
      const { startingViews } = await graph.ask(
        '{ startingViews { id title arrangement nodeIds nodes { id } } }',
      );
      expect(startingViews.length).toBeGreaterThan(0);
      for (const { nodeIds, nodes } of startingViews) {
        expect(nodes.map(({ id }: { id: string }) => id)).toEqual(nodeIds);
      }
    });

    test('a starting view gives what the sub-graph of its nodes does, the first where none is named', async () => {
      const part = '{ sequence truncated nodes { id name } relationships { id type } }';
      const { startingViews } = await graph.ask('{ startingViews { id nodeIds } }');
      for (const { id, nodeIds } of startingViews) {
        const { subgraph } = await graph.ask(`query ($ids: [ID!]) { subgraph(ids: $ids) ${part} }`, {
          ids: nodeIds,
        });
        const { startingView } = await graph.ask(
          `query ($id: ID) { startingView(id: $id) { id subgraph ${part} } }`,
          { id },
        );
        expect(startingView).toEqual({ id, subgraph });
      }
      const { first, none } = await graph.ask(
        '{ first: startingView { id } none: startingView(id: "nothing") { id } }',
      );
      expect([first?.id, none]).toEqual([startingViews[0].id, null]);
    });
  });
}
