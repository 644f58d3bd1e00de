import { useEffect, useState } from 'react';
import type { NodeId } from '../../../schema/ids.ts';
import type { NodeDetail } from '../../api/detail.ts';
import type { Loading } from '../../api/failures.ts';
import { loadNodeDetail } from '../../api/load.ts';

/** A node as it stands in the graph now, whatever was read of it before; null asks nothing. */
export function useCurrent(id: NodeId | null): Loading<NodeDetail> {
  const [current, setCurrent] = useState<Loading<NodeDetail>>({ kind: 'loading' });
  useEffect(() => {
    if (!id) return;
    let isWanted = true;
    void loadNodeDetail(id, { fresh: true }).then((outcome) => {
      if (isWanted) setCurrent(outcome);
    });
    return () => {
      isWanted = false;
    };
  }, [id]);
  return current;
}
