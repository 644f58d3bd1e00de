import { foldText } from '../../../schema/fold-text.ts';
import { nodeTypeRow, propertiesOf } from '../../../schema/node-types.ts';
import { kindOfProperty } from '../../../schema/parse-record.ts';
import { statementForm } from '../../../schema/print-value.ts';
import { checkValue, type PropertyValue } from '../../../schema/property-kinds.ts';
import { isList } from '../../graph/settle-standings.ts';
import { addEvidence, addStatement, moveEvidence, moveStatement, type NodeGroup } from './record-groups.ts';
import {
  evidenceOfRecord,
  membersOf,
  propertyValue,
  setProperty,
  stateCurrent,
  withValue,
} from './set-property.ts';

/** Values that follow from others, or are settled by a rule of their own. */
export const notCarried = ['date', 'grade', 'standing', 'text'];

/**
 * The survivor with what the other node brings: its name as an alias, its values where the survivor has none, and
 * where both have one each as a statement of its own, so that nothing that a source says is lost.
 */
export function mergeNodes(survivor: NodeGroup, other: NodeGroup): NodeGroup {
  const { id, type } = survivor.record;
  const own = other.evidence.filter(({ of }) => of === other.record.id);
  let merged = addEvidence(
    survivor,
    own.map((piece) => moveEvidence(piece, id)),
  );
  for (const property of propertiesOf(type))
    if (!notCarried.includes(property) && property !== 'name')
      merged = mergeProperty(merged, other, property);
  for (const statement of other.statements) {
    const moved = moveStatement(statement, other.evidence, id);
    merged = addStatement(stateCurrent(merged, statement.property), moved.statement, moved.evidence);
  }
  return nodeTypeRow(type).title === undefined ? withAliases(merged, other) : merged;
}

function mergeProperty(survivor: NodeGroup, other: NodeGroup, property: string): NodeGroup {
  const [mine, theirs] = [propertyValue(survivor, property), propertyValue(other, property)];
  const kind = kindOfProperty(survivor.record.type, property);
  if (theirs === undefined || !kind) return survivor;
  if (mine === undefined) return withValue(survivor, property, theirs);
  if (isList(kind)) return withMembers(survivor, property, [...membersOf(mine), ...membersOf(theirs)]);
  if (statementForm(mine) === statementForm(theirs)) return survivor;
  if (property === 'note') return withValue(survivor, property, `${mine}\n\n${theirs}`);
  // Its statements are carried over with what each of them rests on.
  if (other.statements.some((statement) => statement.property === property)) return survivor;
  const set = setProperty(survivor, property, theirs, evidenceOfRecord(other));
  return set.kind === 'set' ? set.group : survivor;
}

/** The other's name, and its aliases, but for what only differs in case from the name. */
function withAliases(survivor: NodeGroup, other: NodeGroup): NodeGroup {
  const { name, aliases = [] } = survivor.record.properties;
  const names = [...aliases, other.record.properties.name];
  const seen = new Set([foldText(name)]);
  const distinct = names.filter((alias) => {
    const isNew = !seen.has(foldText(alias));
    seen.add(foldText(alias));
    return isNew;
  });
  return distinct.length > 0 ? withMembers(survivor, 'aliases', distinct) : survivor;
}

function withMembers(group: NodeGroup, property: string, members: readonly unknown[]): NodeGroup {
  const kind = kindOfProperty(group.record.type, property);
  const checked = kind && checkValue(kind, [...new Set(members)]);
  return checked?.kind === 'value' ? withValue(group, property, checked.value as PropertyValue) : group;
}
