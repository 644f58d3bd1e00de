import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { parseRelationshipId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { type PartialDate, printPartialDate } from '../../schema/partial-date.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import { client } from '../api/client.ts';
import { type Outcome, readFailure } from '../api/failures.ts';
import { readNodeType } from '../api/map-records.ts';
import { citedNodeDocument, citedRelationshipDocument } from './cite-documents.ts';
import type { CitedDocument, Reference } from './reference.ts';

/** What is to be cited of this record, read anew. */
export async function loadReference(
  id: NodeId | RelationshipId,
  accessedOn: PartialDate,
): Promise<Outcome<Reference>> {
  return parseRelationshipId(id) ? loadRelationship(id, accessedOn) : loadNode(id, accessedOn);
}

async function loadNode(id: string, accessedOn: PartialDate): Promise<Outcome<Reference>> {
  const { data, error } = await client.query(citedNodeDocument, { id }).toPromise();
  if (error) return { kind: 'failure', failure: readFailure(error) };
  const node = data?.node;
  if (!node || !('name' in node)) return { kind: 'failure', failure: { kind: 'notFound' } };
  if (node.__typename === 'Document')
    return loaded({ kind: 'document', document: { ...readDocument(node), locator: null }, accessedOn });
  if (node.__typename === 'Quote') {
    const names = node.speakers.nodes.flatMap((speaker) => ('name' in speaker ? [speaker.name] : []));
    return loaded({
      kind: 'quote',
      id,
      words: node.text ?? node.name,
      speakers: names.length > 0 ? names : node.attributionAsPrinted ? [node.attributionAsPrinted] : [],
      saidOn: node.saidOn,
      documents: node.quotedIn.edges.map(({ locator, node: document }) => ({
        ...readDocument(document),
        locator,
      })),
      url: node.url,
      accessedOn,
    });
  }
  const { date } = node;
  const what = [nodeTypes[readNodeType(node.__typename)].words.one, date && printPartialDate(date)];
  const inspection = node.__typename === 'Judgement' ? node.inspection?.name : undefined;
  return loaded({
    kind: 'fact',
    id,
    title: inspection ? `${inspection}: ${node.name}` : node.name,
    what: what.filter(Boolean).join(', '),
    documents: groupByDocument(node.evidence),
    url: node.url,
    accessedOn,
  });
}

async function loadRelationship(id: string, accessedOn: PartialDate): Promise<Outcome<Reference>> {
  const { data, error } = await client.query(citedRelationshipDocument, { id }).toPromise();
  if (error) return { kind: 'failure', failure: readFailure(error) };
  const relationship = data?.relationship;
  if (!relationship) return { kind: 'failure', failure: { kind: 'notFound' } };
  const { start, end, type, title } = relationship;
  return loaded({
    kind: 'fact',
    id,
    title: `${start.name} ${sayRelationship(type, 'out', title ? { title } : {})} ${end.name}`,
    what: 'relationship',
    documents: groupByDocument(relationship.evidence),
    // A relationship has no page of its own; it stands on that of its start.
    url: start.url,
    accessedOn,
  });
}

type GivenDocument = Parameters<typeof readDocument>[0];

function readDocument(given: {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly publishedOn: PartialDate | null;
  readonly sourceUrl: string | null;
  readonly url: string;
  readonly publishers: { readonly nodes: readonly { readonly name: string }[] };
}): Omit<CitedDocument, 'locator'> {
  const { id, name, kind, publishedOn, sourceUrl, url, publishers } = given;
  return {
    id,
    title: name,
    kind,
    publishedOn,
    sourceUrl,
    url,
    publishers: publishers.nodes.map((one) => one.name),
  };
}

/** Each document once, with all places in it. */
function groupByDocument(
  evidence: readonly { readonly locator: string | null; readonly document: GivenDocument | null }[],
): readonly CitedDocument[] {
  const places = new Map<string, { readonly document: GivenDocument; readonly locators: Set<string> }>();
  for (const { document, locator } of evidence) {
    if (!document) continue;
    const known = places.get(document.id) ?? { document, locators: new Set() };
    if (locator) known.locators.add(locator);
    places.set(document.id, known);
  }
  return [...places.values()].map(({ document, locators }) => ({
    ...readDocument(document),
    locator: [...locators].join('; ') || null,
  }));
}

function loaded(value: Reference): Outcome<Reference> {
  return { kind: 'loaded', value };
}
