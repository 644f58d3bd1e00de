import type { NodeId } from '../../../schema/ids.ts';
import type { NodeDetail } from '../../api/detail.ts';
import type { Loading } from '../../api/failures.ts';
import { loadNodeDetail } from '../../api/load-detail.ts';
import { useLoaded } from './use-loaded.ts';

/** A node as it stands in the graph now, whatever was read of it before; null asks nothing. */
export function useCurrent(id: NodeId | null): Loading<NodeDetail> {
  return useLoaded(id, (wanted) => loadNodeDetail(wanted, { fresh: true })).state;
}
