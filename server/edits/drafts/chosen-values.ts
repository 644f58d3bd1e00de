import type { NodeId } from '../../../schema/ids.ts';
import { nodeTypeRow } from '../../../schema/node-types.ts';
import { kindOfProperty } from '../../../schema/parse-record.ts';
import { statementForm } from '../../../schema/print-value.ts';
import { isList } from '../../graph/settle-standings.ts';
import { type EditProblem, invalid } from '../edit.ts';
import { notCarried } from './merge-nodes.ts';
import type { NodeGroup } from './record-groups.ts';
import { propertyValue, withValue } from './set-property.ts';
import { settleGroup } from './settle-group.ts';

/** Whose value of a property stands where two nodes that are merged have different ones. */
export interface ChosenValue {
  readonly property: string;
  readonly of: NodeId;
}

/** Problems with what was chosen: a list and a note keep what both have, and what follows from others is not chosen. */
export function checkChosen(
  chosen: readonly ChosenValue[],
  survivor: NodeGroup,
  merged: NodeGroup,
): EditProblem[] {
  const { type } = survivor.record;
  return chosen.flatMap(({ property, of }, index) => {
    const at = `values.${index}`;
    const kind = kindOfProperty(type, property);
    const isMade = property === 'name' && nodeTypeRow(type).title !== undefined;
    if (!kind) return [invalid(`${at}.property`, `a ${type} has no such property`, 'PROPERTY_UNKNOWN')];
    if (isList(kind) || isMade || property === 'note' || notCarried.includes(property))
      return [invalid(`${at}.property`, 'of this property none is chosen: both are kept, or it follows')];
    if (of !== survivor.record.id && of !== merged.record.id)
      return [invalid(`${at}.of`, 'expected the id of one of the two')];
    return [];
  });
}

/** Both nodes as they are merged where the name of the other was chosen: its name stands, the survivor's is an alias. */
export function withChosenName(
  chosen: readonly ChosenValue[],
  survivor: NodeGroup,
  merged: NodeGroup,
): readonly [survivor: NodeGroup, merged: NodeGroup] {
  const isOther = chosen.some(({ property, of }) => property === 'name' && of === merged.record.id);
  if (!isOther) return [survivor, merged];
  const [mine, theirs] = [survivor.record.properties.name, merged.record.properties.name];
  return [withValue(survivor, 'name', theirs), withValue(merged, 'name', mine)];
}

/** The merged node with what was chosen settled: the other values are rejected, with the reason. */
export function settleChosen(
  group: NodeGroup,
  chosen: readonly ChosenValue[],
  sides: readonly [NodeGroup, NodeGroup],
  reason: string,
): NodeGroup {
  return chosen.reduce((now, { property, of }) => {
    const side = sides.find(({ record }) => record.id === of);
    const value = side && propertyValue(side, property);
    const form = value === undefined ? null : statementForm(value);
    const statement = now.statements.find((each) => each.property === property && each.value === form);
    return (statement && settleGroup(now, statement.id, 'stands', reason)) ?? now;
  }, group);
}
