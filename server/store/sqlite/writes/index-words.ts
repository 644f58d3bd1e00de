import { searchTokens } from '../../../../schema/fold-text.ts';
import { propertyNames, propertyRow } from '../../../../schema/properties.ts';
import type { GraphNode } from '../../../../schema/records.ts';
import type { Connection } from '../connection.ts';
import { listOf } from '../reads/reading.ts';

/** The columns of the word index, by the weight of the properties in them. */
const weights = [3, 2, 1] as const;

/**
 * Puts the words of a node into the search index in place of those it had. Words that no node has any more stay in
 * the vocabulary: they find nothing, and removing them would mean counting uses.
 */
export function indexWords(connection: Connection, pk: number, node: GraphNode): void {
  const texts = weights.map((weight) => wordsOf(node, weight));
  connection.run('INSERT OR REPLACE INTO node_words (rowid, heavy, middle, light) VALUES (?1, ?2, ?3, ?4)', [
    pk,
    ...texts.map((words) => words.join(' ')),
  ]);
  addToVocabulary(connection, [...new Set(texts.flat())]);
}

/** Takes nodes out of the search index; to be called while they are still there. */
export function removeWords(connection: Connection, ids: readonly string[]): void {
  connection.run(
    `DELETE FROM node_words
     WHERE rowid IN (SELECT n.pk FROM json_each(?1) wanted CROSS JOIN node n WHERE n.id = wanted.value)`,
    [listOf(ids)],
  );
}

function addToVocabulary(connection: Connection, words: readonly string[]): void {
  const added = connection.all(
    `INSERT INTO word (word, marked) SELECT value, '^' || value || '$' FROM json_each(?1) WHERE true
     ON CONFLICT (word) DO NOTHING RETURNING pk, marked`,
    [listOf(words)],
  );
  for (const { pk, marked } of added)
    connection.run('INSERT INTO word_trigrams (rowid, marked) VALUES (?1, ?2)', [pk ?? null, marked ?? null]);
}

function wordsOf({ properties }: GraphNode, weight: 1 | 2 | 3): readonly string[] {
  return propertyNames
    .filter((name) => propertyRow(name).searchWeight === weight)
    .flatMap((name) => properties[name] ?? [])
    .flatMap((text) => (typeof text === 'string' ? searchTokens(text) : []));
}
