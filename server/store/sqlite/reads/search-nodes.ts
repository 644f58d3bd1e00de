import { searchTokens } from '../../../../schema/fold-text.ts';
import { isNearWord, mayBeMisspelt, trigramsOf } from '../../../../schema/one-edit.ts';
import { propertyNames } from '../../../../schema/properties.ts';
import type { SearchCandidates, SearchQuestion } from '../../graph-store.ts';
import type { Connection } from '../connection.ts';
import { collectSqlValues } from '../sql-values.ts';
import { nodeOf, selectNode } from '../values.ts';
import { isOneOf } from '../where-to-sql.ts';

/** The nodes that the search matches, with the properties that it looks at and those that show what they are. */
export function searchNodes(connection: Connection, question: SearchQuestion): SearchCandidates {
  const { types, limit } = question;
  // A text that is no word would be a phrase, which the index cannot answer; its words all must match then.
  const words = question.words.flatMap(searchTokens);
  if (words.length === 0 || limit === 0) return { nodes: [], truncated: false };
  const near = question.match === 'nearby' ? findNearWords(connection, words) : new Map<string, string[]>();
  const values = collectSqlValues();
  const match = words.map((word) => anyOf(word, near.get(word) ?? [])).join(' AND ');
  const sql = `
    SELECT ${selectNode('n', '', propertyNames)}
    FROM node_words w CROSS JOIN node n
    WHERE w.node_words MATCH ${values.add(match)} AND n.pk = w.rowid
      AND ${types ? isOneOf('n.type', types, values) : '1'}
    LIMIT ${values.add(limit + 1)}`;
  const nodes = connection.all(sql, values.all).map((row) => nodeOf(row, '', propertyNames));
  return { nodes: nodes.slice(0, limit), truncated: nodes.length > limit };
}

/** Words of the vocabulary that are taken for each word: those that share a trigram with it are tried one by one. */
function findNearWords(connection: Connection, words: readonly string[]): ReadonlyMap<string, string[]> {
  const misspelt = words.filter(mayBeMisspelt);
  if (misspelt.length === 0) return new Map();
  const lengths = misspelt.map((word) => [...word].length);
  const trigrams = [...new Set(misspelt.flatMap(trigramsOf))].map(quoted).join(' OR ');
  const rows = connection.all(
    `SELECT v.word FROM word_trigrams t CROSS JOIN word v
     WHERE t.word_trigrams MATCH ?1 AND v.pk = t.rowid AND length(v.word) BETWEEN ?2 AND ?3`,
    [trigrams, Math.min(...lengths) - 1, Math.max(...lengths) + 1],
  );
  const vocabulary = rows.map(({ word }) => String(word));
  return new Map(misspelt.map((word) => [word, vocabulary.filter((other) => isNearWord(word, other))]));
}

/** The word as a prefix, or one of these words; words that begin with it need no mention. */
function anyOf(word: string, near: readonly string[]): string {
  const others = near.filter((other) => !other.startsWith(word)).map(quoted);
  return `(${[`${quoted(word)} *`, ...others].join(' OR ')})`;
}

/** Text as a string of FTS5, whatever stands in it, so that no search becomes query syntax. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
