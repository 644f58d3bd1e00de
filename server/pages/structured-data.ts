import type { PartialDate } from '../../schema/partial-date.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { BranchItem, NodeTree } from '../store/read-plan.ts';
import { webAddress } from './html.ts';
import { pagePathOf } from './page-path.ts';
import { itemsOf } from './parts/branch.ts';

/** Names and values of schema.org; what is undefined is not printed. */
interface Thing {
  readonly [name: string]: unknown;
}

/**
 * The node in the words of schema.org, for machines that read pages. It says no more than the page: a date only if
 * it is sure, a rating only if no source disagrees, and labels as printed, never as a number on another scale.
 */
export function describeNode(tree: NodeTree, origin: string): Thing {
  const { node } = tree;
  const make: Maker = { tree, name: (far) => nameNode(far, origin), origin };
  const { aliases = [] } = node.properties;
  return {
    '@context': 'https://schema.org',
    ...nameNode(node, origin),
    alternateName: aliases.length > 0 ? aliases : undefined,
    mainEntityOfPage: origin + pagePathOf(node.id),
    ...describe(make),
  };
}

interface Maker {
  readonly tree: NodeTree;
  readonly name: (node: GraphNode) => Thing;
  readonly origin: string;
}

function describe(make: Maker): Thing {
  const { properties, type } = make.tree.node;
  const { startedOn, text, metric, value, unit, period, on, effectiveFrom } = properties;
  switch (type) {
    case 'Person':
      return { honorificPrefix: properties.honorific, worksFor: listPosts(make) };
    case 'Organisation':
      return { identifier: identifierOf(make.tree.node), parentOrganization: named(make, 'partOf') };
    case 'Region':
      return { containedInPlace: named(make, 'within') };
    case 'Inspection':
      return {
        itemReviewed: named(make, 'inspected'),
        author: named(make, 'conductedBy'),
        datePublished: dateOf(make.tree, 'publishedOn'),
        temporalCoverage: startedOn && dateOf(make.tree, 'startedOn'),
        identifier: identifierOf(make.tree.node),
      };
    case 'Judgement':
      return describeJudgement(make);
    case 'Quote':
      return {
        text,
        spokenByCharacter: named(make, 'speakers'),
        about: named(make, 'about'),
        isPartOf: named(make, 'quotedIn'),
        dateCreated: dateOf(make.tree, 'saidOn'),
      };
    case 'Finding':
    case 'Recommendation':
      return { text, isPartOf: named(make, 'inspection') };
    case 'Measure':
      return { measuredProperty: metric, value, unitText: unit, observationDate: sureDate(period) };
    case 'Event':
      return { description: text, startDate: on && dateOf(make.tree, 'on'), about: named(make, 'involved') };
    case 'Framework':
      return { dateCreated: effectiveFrom && dateOf(make.tree, 'effectiveFrom') };
    case 'Document':
      return describeDocument(make);
  }
}

function describeJudgement(make: Maker): Thing {
  const { node } = make.tree;
  const { area, areaAsPrinted, label, standing } = node.properties;
  const inspection = itemsOf(make.tree, 'inspection')[0]?.node ?? null;
  const names = (field: string) => namesOf(itemsOf(inspection, field), make);
  const isSure = node.disputed.length === 0 && standing !== 'rejected';
  return {
    reviewAspect: areaAsPrinted ?? area,
    reviewRating: label && isSure ? { '@type': 'Rating', ratingValue: label } : undefined,
    isPartOf: inspection ? make.name(inspection.node) : undefined,
    itemReviewed: names('inspected'),
    author: names('conductedBy'),
  };
}

function describeDocument(make: Maker): Thing {
  const { licence, language, attribution, sourceUrl, archiveUrl } = make.tree.node.properties;
  return {
    sameAs: sourceUrl === undefined ? undefined : (webAddress(sourceUrl) ?? undefined),
    archivedAt: archiveUrl === undefined ? undefined : (webAddress(archiveUrl) ?? undefined),
    datePublished: dateOf(make.tree, 'publishedOn'),
    publisher: named(make, 'publishers'),
    // The text of a licence is no address, which schema.org wants here unless the licence is a work itself.
    license: licence === undefined ? undefined : { '@type': 'CreativeWork', name: licence },
    creditText: attribution,
    inLanguage: language,
  };
}

/** A post is a role of its own in schema.org, around the organisation, so that it can have a time. */
function listPosts(make: Maker): readonly Thing[] | undefined {
  const posts = itemsOf(make.tree, 'posts').flatMap(({ relationship: { relationship }, node }) => {
    const { title, kind, from, to } = relationship.properties;
    if (!node) return [];
    return [
      {
        '@type': 'OrganizationRole',
        roleName: title ?? kind,
        startDate: sureDate(from),
        endDate: sureDate(to),
        worksFor: make.name(node.node),
      },
    ];
  });
  return posts.length > 0 ? posts : undefined;
}

function named(make: Maker, field: string): readonly Thing[] | undefined {
  return namesOf(itemsOf(make.tree, field), make);
}

function namesOf(items: readonly BranchItem[], make: Maker): readonly Thing[] | undefined {
  const names = items.flatMap(({ node }) => (node ? [make.name(node.node)] : []));
  return names.length > 0 ? names : undefined;
}

function nameNode(node: GraphNode, origin: string): Thing {
  const address = origin + pagePathOf(node.id);
  return { '@type': schemaTypeOf(node), '@id': address, url: address, name: node.properties.name };
}

const schemaTypes = {
  Person: 'Person',
  Organisation: 'Organization',
  Region: 'AdministrativeArea',
  Inspection: 'Review',
  Judgement: 'Review',
  Framework: 'CreativeWork',
  Quote: 'Quotation',
  Finding: 'CreativeWork',
  Recommendation: 'CreativeWork',
  Measure: 'Observation',
  Event: 'Event',
  Document: 'CreativeWork',
} as const satisfies Record<GraphNode['type'], string>;

const documentTypes: Readonly<Record<string, string>> = {
  'news article': 'NewsArticle',
  'press release': 'Article',
  report: 'Report',
  'official statistics': 'Dataset',
};

function schemaTypeOf({ type, properties: { kind } }: GraphNode): string {
  return (type === 'Document' && documentTypes[kind ?? '']) || schemaTypes[type];
}

function identifierOf({ properties: { officialNumber, numberScheme } }: GraphNode): Thing | undefined {
  return officialNumber === undefined
    ? undefined
    : { '@type': 'PropertyValue', propertyID: numberScheme, value: officialNumber };
}

type DateName = 'publishedOn' | 'startedOn' | 'saidOn' | 'on' | 'effectiveFrom';

/** The date, unless sources disagree on it. */
function dateOf({ node }: NodeTree, property: DateName): string | undefined {
  return node.disputed.includes(property) ? undefined : sureDate(node.properties[property]);
}

/** ISO 8601, or nothing where the date is uncertain, approximate or an interval. */
function sureDate(date: PartialDate | undefined): string | undefined {
  return date && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date.edtf) ? date.edtf : undefined;
}
