import { statementForm } from '../../schema/print-value.ts';
import type { Problem } from '../../schema/problems.ts';
import type { PropertyValue } from '../../schema/property-kinds.ts';
import type { GraphNode, GraphRecords, GraphRelationship } from '../../schema/records.ts';
import { supportRanks } from './rank-support.ts';
import {
  isList,
  type PropertyStatements,
  standingStatement,
  statementsByProperty,
} from './settle-standings.ts';

/**
 * Checks what a person wrote against the rule: of the statements on a property the first that is not rejected
 * must be the one that stands, and the record must carry its value; a list must hold what is stated of it, but
 * for what is rejected. The problems name the record by its id.
 */
export function checkStandingOrder(records: GraphRecords): Problem[] {
  const rankOf = supportRanks(records);
  const byId = new Map<string, GraphNode | GraphRelationship>();
  for (const record of [...records.nodes, ...records.relationships]) byId.set(record.id, record);
  return statementsByProperty(records).flatMap((group) => {
    const record = byId.get(group.of);
    if (!record) return [];
    const value = (record.properties as Readonly<Record<string, PropertyValue>>)[group.property];
    return isList(group.kind) ? checkMembers(group, value) : checkFirst(group, value, rankOf);
  });
}

function checkFirst(
  group: PropertyStatements,
  value: PropertyValue | undefined,
  rankOf: ReturnType<typeof supportRanks>,
): Problem[] {
  const first = group.statements.find(({ standing }) => standing !== 'rejected');
  const stands = standingStatement(group, rankOf);
  const problem = (message: string): Problem[] => [
    { code: 'STANDING_ORDER', record: group.of, field: group.property, message },
  ];
  if (first && stands && first.id !== stands.id)
    return problem(`“${first.value}” is given first, but by the rule “${stands.value}” stands`);
  const carried = value === undefined ? null : statementForm(value);
  if (carried !== (stands?.value ?? null))
    return problem(
      `the record carries ${carried === null ? 'no value' : `“${carried}”`}, but ${stands ? `“${stands.value}” stands` : 'all that is stated is rejected'}`,
    );
  return [];
}

function checkMembers(
  { of, property, statements }: PropertyStatements,
  value: PropertyValue | undefined,
): Problem[] {
  const members = Array.isArray(value) ? value.map((member: PropertyValue) => statementForm(member)) : [];
  return statements
    .filter(({ standing, value: stated }) => members.includes(stated) === (standing === 'rejected'))
    .map(({ standing, value: stated }) => ({
      code: 'STANDING_ORDER' as const,
      record: of,
      field: property,
      message:
        standing === 'rejected'
          ? `the list holds “${stated}”, which is rejected`
          : `“${stated}” is stated, but the list lacks it`,
    }));
}
