import { searchTokens } from '../../../../schema/fold-text.ts';
import { propertyNames, propertyRow } from '../../../../schema/properties.ts';
import type { GraphNode } from '../../../../schema/records.ts';
import type { Connection } from '../connection.ts';
import { listOf } from '../reads/reading.ts';

/** The columns of the word index, by the weight of the properties in them. */
const weights = [3, 2, 1] as const;

/** A node that was written, and what it was before; null where it is new. */
export interface IndexedNode {
  readonly pk: number;
  readonly node: GraphNode;
  readonly before: GraphNode | null;
}

/**
 * Puts the words of nodes into the search index in place of those they had. Words that no node has any more stay in
 * the vocabulary: they find nothing, and removing them would mean counting uses.
 */
export function indexWords(connection: Connection, nodes: readonly IndexedNode[]): void {
  const vocabulary = new Set<string>();
  for (const { pk, node, before } of nodes) {
    const texts = textsOf(node);
    const known = before ? textsOf(before) : null;
    // Replacing an entry costs as much as writing the node, and most changes leave its words alone.
    if (known && texts.every((text, column) => text === known[column])) continue;
    connection.run(indexSql, [pk, ...texts]);
    for (const text of texts) for (const word of text.split(' ')) vocabulary.add(word);
  }
  vocabulary.delete('');
  if (vocabulary.size > 0) addToVocabulary(connection, vocabulary);
}

const indexSql = 'INSERT OR REPLACE INTO node_words (rowid, heavy, middle, light) VALUES (?1, ?2, ?3, ?4)';

/** Takes nodes out of the search index; to be called while they are still there. */
export function removeWords(connection: Connection, ids: readonly string[]): void {
  connection.run(
    `DELETE FROM node_words
     WHERE rowid IN (SELECT n.pk FROM json_each(?1) wanted CROSS JOIN node n WHERE n.id = wanted.value)`,
    [listOf(ids)],
  );
}

/** New words have higher keys than all others, as none is ever removed. */
function addToVocabulary(connection: Connection, words: ReadonlySet<string>): void {
  const [last] = connection.all('SELECT coalesce(max(pk), 0) AS pk FROM word', []);
  connection.run(
    `INSERT INTO word (word, marked) SELECT value, '^' || value || '$' FROM json_each(?1) WHERE true
     ON CONFLICT (word) DO NOTHING`,
    [listOf(words)],
  );
  connection.run('INSERT INTO word_trigrams (rowid, marked) SELECT pk, marked FROM word WHERE pk > ?1', [
    Number(last?.pk),
  ]);
}

/** The words of each column of the index, folded, with a space between them. */
function textsOf(node: GraphNode): readonly string[] {
  return weights.map((weight) => wordsOf(node, weight).join(' '));
}

/** Each word of a node in the index, with its column there. */
export function wordsOfIndex(node: GraphNode): readonly (readonly [column: string, word: string])[] {
  const columns = ['heavy', 'middle', 'light'];
  return textsOf(node).flatMap((text, at) =>
    [...new Set(text.split(' '))]
      .filter((word) => word !== '')
      .map((word) => [columns[at] ?? '', word] as const),
  );
}

const namesByWeight = new Map(
  weights.map((weight) => [
    weight,
    propertyNames.filter((name) => propertyRow(name).searchWeight === weight),
  ]),
);

function wordsOf({ properties }: GraphNode, weight: 1 | 2 | 3): readonly string[] {
  return (namesByWeight.get(weight) ?? [])
    .flatMap((name) => properties[name] ?? [])
    .flatMap((text) => (typeof text === 'string' ? searchTokens(text) : []));
}
