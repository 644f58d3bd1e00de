import { evidenceId, type SupportedId } from '../../schema/ids.ts';
import type { Evidence, GraphNode, GraphRelationship } from '../../schema/records.ts';
import type { JournalRecord } from '../../server/store/graph-store.ts';
import { generateNodes, ids } from './generate-nodes.ts';
import { generateRelationships } from './generate-relationships.ts';
import { type RandomAt, randomAt } from './random-at.ts';
import { type WorldSize, worldSize } from './world-size.ts';

/**
 * A synthetic graph of about so many nodes and three times as many relationships, record by record: nodes, then
 * relationships, each whole and with its derived values. The same size and seed give the same graph; none of it is held.
 */
export function* generateWorld(nodes: number, seed = 7): Generator<JournalRecord> {
  const size = worldSize(nodes);
  const random = randomAt(seed);
  for (const node of generateNodes(size, random)) yield ofSnapshot(node, needsSource(node), size, random);
  for (const relationship of generateRelationships(size, random))
    yield ofSnapshot(relationship, true, size, random);
}

/** As in the real statistics most nodes rest on what joins them; judgements have the words of their cell. */
function needsSource({ type }: GraphNode): boolean {
  return type === 'Judgement' || type === 'Quote';
}

function ofSnapshot(
  record: GraphNode | GraphRelationship,
  isSupported: boolean,
  { snapshots }: WorldSize,
  random: RandomAt,
): JournalRecord {
  if (!isSupported) return { record, evidence: [], statements: [] };
  const row = Number.parseInt(record.id.slice(-6), 16) || 1;
  const document = ids.snapshot(Math.floor(random('snapshot', row) ** 2 * snapshots));
  return { record, evidence: [cell(record.id, document, `row ${row % 30_000}`)], statements: [] };
}

function cell(of: SupportedId, document: Evidence['document'], locator: string): Evidence {
  const id = evidenceId(of, document, locator, 'stated', null);
  return { id, of, document, basis: 'stated', locator, words: null, explanation: null };
}
