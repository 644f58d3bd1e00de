import type { NodeId } from '../../schema/ids.ts';
import { printValue } from '../../schema/print-value.ts';
import type { PropertyValue } from '../../schema/property-kinds.ts';
import type { JournalItem, JournalRecord } from '../store/graph-store.ts';

/** What became of one property, or of what the record rests on; values as they are printed, null for none. */
export interface Difference {
  readonly property: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** An item of the journal in words. */
export interface DescribedItem {
  readonly ordinal: number;
  readonly record: string;
  readonly happened: 'created' | 'changed' | 'removed';
  /** The node type or relationship type. */
  readonly type: string;
  /** The name of a node, as it was last. */
  readonly name: string | null;
  /** The ends of a relationship. */
  readonly from: NodeId | null;
  readonly to: NodeId | null;
  readonly differences: readonly Difference[];
}

/** Says what an item did to its record, property by property in the order of their names. */
export function describeItem({ ordinal, record, before, after }: JournalItem): DescribedItem {
  const stands = (after ?? before)?.record;
  if (!stands) throw new TypeError(`item ${ordinal} of ${record} has neither a before nor an after`);
  const ends = 'from' in stands ? { from: stands.from, to: stands.to } : { from: null, to: null };
  return {
    ordinal,
    record,
    happened: after === null ? 'removed' : before === null ? 'created' : 'changed',
    type: stands.type,
    name: 'from' in stands ? null : stands.properties.name,
    ...ends,
    differences: differencesOf(before, after),
  };
}

function differencesOf(before: JournalRecord | null, after: JournalRecord | null): readonly Difference[] {
  const [old, fresh] = [valuesOf(before), valuesOf(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return names.flatMap((property) => {
    const [was, is] = [old.get(property) ?? null, fresh.get(property) ?? null];
    return was === is ? [] : [{ property, before: was, after: is }];
  });
}

/** Properties as they are printed, and one line for each thing that the record rests on. */
function valuesOf(kept: JournalRecord | null): Map<string, string> {
  const values = new Map<string, string>();
  if (!kept) return values;
  for (const [name, value] of Object.entries(kept.record.properties) as [string, PropertyValue | undefined][])
    if (value !== undefined) values.set(name, printValue(value));
  if (kept.evidence.length > 0)
    values.set(
      'evidence',
      kept.evidence
        .map(({ document, basis, locator, words, explanation }) =>
          [document ?? 'no document', basis, locator, words && `“${words}”`, explanation]
            .filter((part) => part !== null)
            .join(', '),
        )
        .join('\n'),
    );
  if (kept.statements.length > 0)
    values.set(
      'statements',
      kept.statements
        .map(({ property, value, standing, reason }) =>
          [`${property}: ${String(value)}`, standing, reason].filter((part) => part !== null).join(', '),
        )
        .join('\n'),
    );
  return values;
}
