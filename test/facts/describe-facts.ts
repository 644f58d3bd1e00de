import { beforeAll, describe, expect, test } from 'vitest';
import { areaKey } from '../../schema/judgement-areas.ts';
import type { NodeType } from '../../schema/node-types.ts';
import { nodeTypeNames } from '../../schema/node-types.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../schema/records.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { type ExpectedLink, expectedLinks } from './expected-links.ts';
import {
  countSources,
  type Fact,
  factsByType,
  locatorOf,
  type Member,
  readFacts,
  type Source,
} from './facts.ts';
import { evidenceOf, loadCafcass, readWhole, statementsOf } from './loaded-graph.ts';

const facts = readFacts();
const byType = factsByType(facts);
const lists = ['aliases', 'elements', 'evidenceConsidered', 'attestedOn'] as const;
let graph: GraphRecords;

/** Counts everything that the facts hold against the graph of Cafcass in a store; `open` brings an empty one. */
export function describeFacts(name: string, open: () => Promise<GraphStore>): void {
  describe(name, () => {
    beforeAll(async () => {
      const store = await open();
      await loadCafcass(store);
      graph = await readWhole(store);
      await store.close();
    });
    describeRecords();
    describeSources();
  });
}

function describeRecords(): void {
  describe('the graph holds what the facts hold', () => {
    test('a pilot is told by its property, a number by its scheme, an area by its key', () => {
      const pilots = graph.nodes.filter(({ properties }) => properties.isPilot).map(({ id }) => id);
      expect(pilots.sort()).toEqual(
        byType.Inspection.filter(({ kind }) => kind === 'service area (pilot)')
          .map(({ id }) => id)
          .sort(),
      );
      expect(nodeOf('organisation/cafcass').properties.numberScheme).toBe('Ofsted URN');
      for (const { id, area } of byType.Judgement)
        expect(nodeOf(id).properties.area).toBe(areaKey(String(area)));
    });

    test('nodes of every type, as many as there are records, by the same ids', () => {
      const counts: Record<NodeType, number> = {
        Document: 6,
        Person: 4,
        Organisation: 9,
        Region: 9,
        Framework: 4,
        Inspection: 11,
        Judgement: 26,
        Finding: 29,
        Recommendation: 4,
        Measure: 13,
        Quote: 24,
        Event: 10,
      };
      for (const type of nodeTypeNames) {
        const ids = graph.nodes.filter((node) => node.type === type).map(({ id }) => String(id));
        expect(ids.sort(), type).toEqual(byType[type].map(({ id }) => id).sort());
        expect(ids, type).toHaveLength(counts[type]);
      }
      expect(graph.nodes).toHaveLength(149);
    });

    test('every link once, and no relationship beside them', () => {
      const wanted = expectedLinks(facts).map(({ type, from, to }) => `${from} ${type} ${to}`);
      const found = graph.relationships.map(({ type, from, to }) => `${from} ${type} ${to}`);
      expect(found.sort()).toEqual(wanted.sort());
      expect(found).toHaveLength(274);
    });

    test('four posts with their titles, kinds and the days on which they are attested', () => {
      const found = graph.relationships.filter(({ type }) => type === 'HOLDS_POST');
      expect(found).toHaveLength(4);
      for (const post of facts.posts) {
        const { properties } = relationshipOf(String(post.person), 'HOLDS_POST', String(post.organisation));
        expect(properties.title).toBe(post.title);
        expect(properties.kind).toBe(post.kind);
        const attested = properties.attestedOn?.map(({ edtf }) => edtf);
        expect(attested).toEqual(post.attestedOn?.map(({ date }) => date));
      }
    });

    test('every value of a record, whatever the graph calls it', () => {
      for (const [type, list] of Object.entries(byType))
        for (const fact of list) {
          const { properties } = nodeOf(fact.id);
          const carried = printed(properties);
          for (const [field, value] of Object.entries(fact)) {
            if (notValues.includes(field) || typeof value === 'object') continue;
            const name = nameInGraph(type, field);
            expect(carried[name], `${fact.id} ${field}`).toBe(valueInGraph(field, value));
          }
        }
    });

    test('every member of every list, in its order', () => {
      for (const list of Object.values(byType))
        for (const fact of list)
          for (const name of lists) {
            const members = (fact[name] as readonly Member[] | undefined)?.map(textOf);
            const { aliases, elements, evidenceConsidered } = nodeOf(fact.id).properties;
            if (members)
              expect({ aliases, elements, evidenceConsidered }[name as 'aliases'], fact.id).toEqual(members);
          }
      expect(graph.nodes.flatMap(({ properties }) => properties.aliases ?? [])).toHaveLength(5);
    });

    test('every note, and no other', () => {
      const notes = graph.nodes.flatMap(({ id, properties: { note } }) => (note ? [`${id}: ${note}`] : []));
      const wanted = Object.values(byType).flatMap((list) =>
        list.flatMap(({ id, note }) => (note ? [`${id}: ${note}`] : [])),
      );
      expect(notes.sort()).toEqual(wanted.sort());
      expect(notes.length).toBeGreaterThan(0);
    });

    test('in what capacity each speaker spoke, and each subject took part in an event', () => {
      for (const quote of facts.quotes)
        expect(relationshipOf(String(quote.speaker), 'SAID', quote.id).properties.as).toBe(quote.spokenAs);
      for (const event of facts.events)
        for (const role of ['who', 'what', 'after'])
          if (event[role] !== undefined)
            expect(relationshipOf(event.id, 'INVOLVED', String(event[role])).properties.as).toBe(role);
    });

    test('the words of each quote beside the place where they stand', () => {
      for (const quote of facts.quotes)
        for (const source of quote.sources) {
          const { id, properties } = relationshipOf(quote.id, 'QUOTED_IN', String(source.document));
          expect(properties.locator).toBe(locatorOf(source));
          expect(evidenceOf(graph, id).map(({ words }) => words)).toEqual([quote.text]);
        }
    });
  });
}

function describeSources(): void {
  describe('each of the 352 sources supports what it supports in the facts, with nothing added', () => {
    let counted = 0;

    test('records', () => {
      for (const list of Object.values(byType))
        for (const fact of list) counted += expectSources(fact.id, fact.sources);
    });

    test('links, those without sources of their own resting on those of their record', () => {
      for (const link of expectedLinks(facts)) {
        const count = expectSources(idOf(link), link.sources);
        if (link.hasOwnSources) counted += count;
      }
    });

    test('statements, the first of a property standing', () => {
      const said = Object.values(byType).flatMap((list) =>
        list.flatMap(({ id, statements = [] }) => statements.map((statement) => ({ id, ...statement }))),
      );
      expect(said).toHaveLength(48);
      const seen = new Set<string>();
      for (const { id, property, value, sources } of said) {
        const name = property === 'url' ? 'sourceUrl' : property;
        const statement = statementOf(id, name, String(valueInGraph(property, value)));
        expect(statement.standing, `${id} ${property}`).toBe(seen.has(id + name) ? 'also said' : 'stands');
        seen.add(id + name);
        counted += expectSources(statement.id, sources);
      }
    });

    test('members of lists, the days of posts among them', () => {
      const owners: { readonly id: string; readonly fact: Fact }[] = [
        ...Object.values(byType).flatMap((list) => list.map((fact) => ({ id: fact.id, fact }))),
        ...facts.posts.map((fact) => ({
          id: relationshipOf(String(fact.person), 'HOLDS_POST', String(fact.organisation)).id,
          fact,
        })),
      ];
      let members = 0;
      for (const { id, fact } of owners)
        for (const name of lists)
          for (const member of fact[name] ?? []) {
            const statement = statementOf(id, name, textOf(member));
            expect(statement.standing).toBe('stands');
            counted += expectSources(statement.id, member.sources);
            members += 1;
          }
      // Beside them the graph has one statement more: the scheme of Cafcass's number, which the facts write into it.
      expect(graph.statements).toHaveLength(48 + members + 1);
    });

    test('all of them', () => {
      expect(countSources(facts)).toBe(352);
      expect(counted).toBe(352);
      const repeated = expectedLinks(facts).filter(({ hasOwnSources }) => !hasOwnSources);
      const repeats = repeated.reduce((sum, { sources }) => sum + sources.length, 0);
      expect(graph.evidence).toHaveLength(352 + repeats + 1);
    });
  });
}

/** Fields of the facts that are links, lists or kept on a relationship, each tested by itself. */
const notValues = [
  'id',
  'sources',
  'statements',
  'speaker',
  'spokenAs',
  'about',
  'relayedBy',
  'subject',
  'saidBy',
].concat(['who', 'what', 'after']);

function nameInGraph(type: string, field: string): string {
  if (field === 'title') return 'name';
  if (field === 'type') return 'kind';
  if (field === 'url') return 'sourceUrl';
  if (field === 'estimate') return 'isEstimate';
  return type === 'Judgement' && field === 'area' ? 'areaAsPrinted' : field;
}

function valueInGraph(field: string, value: unknown): unknown {
  if (field === 'officialNumber') return String(value).replace('URN ', '');
  if (field === 'kind') return String(value).replace(' (pilot)', '');
  return value;
}

function printed(properties: GraphNode['properties']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'object' && 'edtf' in value ? value.edtf : value,
    ]),
  );
}

function textOf({ name, text, date }: Member): string {
  return name ?? text ?? date ?? '';
}

/** Checks that exactly these sources support the record, and tells how many they are. */
function expectSources(of: string, sources: readonly Source[]): number {
  const found = evidenceOf(graph, of).map(({ document, locator, basis, explanation }) =>
    JSON.stringify([document, locator, basis, explanation]),
  );
  const wanted = sources.map((source) => {
    const { document = null, basis = 'stated', reason, from } = source;
    return JSON.stringify([document, locatorOf(source), basis, reason ?? from ?? null]);
  });
  expect(found.sort(), of).toEqual(wanted.sort());
  return sources.length;
}

function nodeOf(id: string): GraphNode {
  return found(
    graph.nodes.find((node) => node.id === id),
    id,
  );
}

function relationshipOf(from: string, type: string, to: string): GraphRelationship {
  const relationship = graph.relationships.find(
    (each) => each.from === from && each.type === type && each.to === to,
  );
  return found(relationship, `${from} ${type} ${to}`);
}

function idOf({ type, from, to }: ExpectedLink): string {
  return relationshipOf(from, type, to).id;
}

function statementOf(of: string, property: string, value: string) {
  const statement = statementsOf(graph, of).find(
    (each) => each.property === property && each.value === value,
  );
  return found(statement, `${of} ${property} ${value}`);
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the graph lacks ${what}`);
  return value;
}
