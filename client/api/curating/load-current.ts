import { type NodeId, parseRelationshipId, type RelationshipId } from '../../../schema/ids.ts';
import type { NodeType } from '../../../schema/node-types.ts';
import type { PropertyValue } from '../../../schema/property-kinds.ts';
import { type RelationshipType, sayRelationship } from '../../../schema/relationship-types.ts';
import { mapOutcome } from '../ask.ts';
import type { Said, Source } from '../detail.ts';
import type { Outcome } from '../failures.ts';
import { loadNodeDetail, loadRelationshipDetail } from '../load-detail.ts';

/** A node or a relationship as it stands in the graph now: what a curator changes. */
export interface CurrentRecord {
  readonly id: NodeId | RelationshipId;
  readonly type: NodeType | RelationshipType;
  /** Of a relationship, what it says: “Ada held a post at Cafcass”. */
  readonly name: string;
  readonly version: number;
  readonly values: Readonly<Partial<Record<string, PropertyValue>>>;
  readonly disputed: readonly string[];
  readonly said: readonly Said[];
  readonly sources: readonly Source[];
}

/** Reads the record anew, whatever was read of it before. */
export async function loadCurrent(id: NodeId | RelationshipId): Promise<Outcome<CurrentRecord>> {
  const relationship = parseRelationshipId(id);
  if (relationship)
    return mapOutcome(
      await loadRelationshipDetail(relationship, { fresh: true }),
      ({ record, start, end, said, sources }) => {
        const words = sayRelationship(record.type, 'out', record.properties);
        const name = `${start.record.properties.name} ${words} ${end.record.properties.name}`;
        return { ...record, name, values: record.properties, said, sources };
      },
    );
  return mapOutcome(
    await loadNodeDetail(id as NodeId, { fresh: true }),
    ({ node: { record }, said, sources }) => ({
      ...record,
      name: record.properties.name,
      values: record.properties,
      said,
      sources,
    }),
  );
}
