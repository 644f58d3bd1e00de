import type { GraphNode } from '../../schema/records.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import type { FoundPath } from './found-path.ts';

/** One node of a path, with the words that lead on from it; the last one has none. */
interface PathLink {
  readonly node: GraphNode;
  /** As on the page: an inspection whose name bears no year has it added. */
  readonly name: string;
  readonly says: string | null;
}

export interface DescribedPath {
  readonly links: readonly PathLink[];
  /** “A – was chair of → B – conducted → C”. */
  readonly words: string;
  /** What lies between the ends: “by way of B”; of a single hop its words. */
  readonly summary: string;
  /** “1 hop”, “3 hops”. */
  readonly hops: string;
}

/** The path in words, read from its start to its end whichever way its relationships point. */
export function describePath({ nodes, relationships }: FoundPath): DescribedPath {
  const links = nodes.map(({ record: node }, index): PathLink => {
    const relationship = relationships[index]?.record;
    if (!relationship) return { node, name: nameOf(node), says: null };
    const direction = relationship.from === node.id ? 'out' : 'in';
    const says = sayRelationship(relationship.type, direction, relationship.properties);
    return { node, name: nameOf(node), says };
  });
  const between = links.slice(1, -1).map(({ name }) => name);
  return {
    links,
    words: links.map(({ name, says }) => (says === null ? name : `${name} – ${says} → `)).join(''),
    summary: between.length > 0 ? `by way of ${between.join(' → ')}` : (links[0]?.says ?? ''),
    hops: sayHops(relationships.length),
  };
}

export function sayHops(count: number): string {
  return count === 1 ? '1 hop' : `${count} hops`;
}

function nameOf({ type, properties: { name, date } }: GraphNode): string {
  const year = type === 'Inspection' ? (date?.earliest.slice(0, 4) ?? '') : '';
  return name.includes(year) ? name : `${name}, ${year}`;
}
