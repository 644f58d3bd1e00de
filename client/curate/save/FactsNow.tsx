import { parseNodeId, parseRelationshipId } from '../../../schema/ids.ts';
import { type CurrentRecord, loadCurrent } from '../../api/curating/load-current.ts';
import { SideRows } from '../form/SideRows.tsx';
import type { SideRow } from '../form/side-rows.ts';
import { editableProperties } from '../form/values/editable-properties.ts';
import { fieldOfValue, printField } from '../form/values/value-text.ts';
import { Loaded } from './Loaded.tsx';
import { useLoaded } from './use-loaded.ts';

interface FactsNowProps {
  readonly id: string;
  /** The properties that are shown, be they empty; all that are filled if left out. */
  readonly names?: readonly string[];
}

/** The facts of a record as they stand now: the other side of a conflict. */
export function FactsNow({ id, names }: FactsNowProps) {
  const { state } = useLoaded(parseRelationshipId(id) ?? parseNodeId(id), loadCurrent);
  return <Loaded state={state}>{(record) => <SideRows rows={listFacts(record, names)} />}</Loaded>;
}

export function listFacts(
  { type, values }: Pick<CurrentRecord, 'type' | 'values'>,
  names?: readonly string[],
): readonly SideRow[] {
  return editableProperties(type)
    .map(({ name, kind, label }) => ({ name, label, words: printField(fieldOfValue(kind, values[name])) }))
    .filter(({ name, words }) => (names ? names.includes(name) : words !== ''))
    .map(({ label, words }) => [label, words]);
}
