import type { NodeId } from '../../../schema/ids.ts';
import { areaKey } from '../../../schema/judgement-areas.ts';
import type { KnownGraph } from './known-graph.ts';
import type { NodeGroup } from './record-groups.ts';

/** The judgements of an inspection on an area, whose relationships must have been read. */
export function judgementsBeside(known: KnownGraph, inspection: NodeId, area: string): NodeGroup[] {
  return known
    .relationshipsOf(inspection)
    .filter(({ type, from }) => type === 'JUDGED' && from === inspection)
    .flatMap(({ to }) => known.node(to) ?? [])
    .filter(({ record: { properties } }) => {
      return areaKey(properties.area ?? properties.areaAsPrinted ?? '') === areaKey(area);
    });
}
