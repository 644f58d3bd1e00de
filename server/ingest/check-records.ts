import type { Problem } from '../../schema/problems.ts';
import { mayJoin, relationshipTypeRow } from '../../schema/relationship-types.ts';
import type { CollectedRecords } from './collect-records.ts';

/**
 * What can be wrong between records that are each right by itself: ids given twice, ends and documents that the
 * file does not hold, ends that the type does not join or that have another already, and relationships without
 * evidence. The store keeps the same rules; here they are told by file and record, before anything is written.
 */
export function checkRecords(collected: CollectedRecords, file: string): Problem[] {
  return [
    ...checkDuplicates(collected),
    ...checkEnds(collected),
    ...checkDocuments(collected),
    ...checkEvidence(collected),
  ].map((problem) => ({ ...problem, file }));
}

function checkDuplicates({ records, labels }: CollectedRecords): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const owners = new Map<string, string>();
  for (const { id, of } of records.statements) owners.set(id, of);
  const find = (id: string, record: string, message: string) => {
    if (seen.has(id)) problems.push({ code: 'ID_TAKEN', record: labels.get(record) ?? record, message });
    seen.add(id);
  };
  for (const { id } of records.nodes) find(id, id, 'another node has this id');
  for (const { id } of records.relationships)
    find(id, id, 'the same relationship is given twice; a key tells parallel ones apart');
  for (const { id, of, property, value } of records.statements)
    find(id, of, `“${value}” is stated twice of ${property}; put its evidence together`);
  for (const { id, of } of records.evidence)
    find(id, owners.get(of) ?? of, 'the same evidence is given twice for one thing');
  return problems;
}

function checkEnds({ records, known, labels }: CollectedRecords): Problem[] {
  const types = new Map(records.nodes.map(({ id, type }) => [id, type]));
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const { id, type, from, to } of records.relationships) {
    const record = labels.get(id) ?? id;
    for (const [field, end] of [
      ['start', from],
      ['end', to],
    ] as const)
      if (!known.has(end))
        problems.push({ code: 'END_MISSING', record, field, message: `there is no node “${end}”` });
    const [start, end] = [types.get(from), types.get(to)];
    if (start && end && !mayJoin(type, start, end))
      problems.push({
        code: 'END_NOT_ALLOWED',
        record,
        message: `${type} does not join ${start} to ${end}`,
      });
    if (!relationshipTypeRow(type).oneAtEnd) continue;
    if (taken.has(`${type} ${to}`))
      problems.push({
        code: 'END_HAS_ONE',
        record,
        field: 'end',
        message: `“${to}” has a ${type} relationship already`,
      });
    taken.add(`${type} ${to}`);
  }
  return problems;
}

function checkDocuments({ records, known, labels }: CollectedRecords): Problem[] {
  const types = new Map<string, string>(records.nodes.map(({ id, type }) => [id, type]));
  const owners = new Map<string, string>(records.statements.map(({ id, of }) => [id, of]));
  return records.evidence.flatMap(({ of, document }): Problem[] => {
    if (document === null) return [];
    const owner = owners.get(of) ?? of;
    const at = { record: labels.get(owner) ?? owner, field: 'document' };
    const type = types.get(document);
    if (!known.has(document))
      return [{ code: 'END_MISSING', ...at, message: `there is no document “${document}”` }];
    if (type !== undefined && type !== 'Document')
      return [{ code: 'END_NOT_ALLOWED', ...at, message: `“${document}” is a ${type}` }];
    return [];
  });
}

function checkEvidence({ records, labels, problems: found }: CollectedRecords): Problem[] {
  const supported = new Set<string>(records.evidence.map(({ of }) => of));
  // Evidence that could not be read has been told already, and must not be told again as missing.
  const told = new Set(found.map(({ record }) => record));
  return records.relationships
    .filter(({ id }) => !supported.has(id) && !told.has(labels.get(id)))
    .map(({ id }) => ({
      code: 'EVIDENCE_MISSING',
      record: labels.get(id) ?? id,
      message: 'a relationship needs evidence: name its source',
    }));
}
