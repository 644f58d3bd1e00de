import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Connection, countRecoveries, currentConnection, listenToConnection } from './connection.ts';

/** Whether the server answers. */
export function useConnection(): Connection {
  return useSyncExternalStore(listenToConnection, currentConnection);
}

/** Calls back each time the server has come back. */
export function useRecovery(recovered: () => void): void {
  const count = useSyncExternalStore(listenToConnection, countRecoveries);
  const latest = useRef(recovered);
  useEffect(() => {
    latest.current = recovered;
  });
  const before = useRef(count);
  useEffect(() => {
    if (count !== before.current) latest.current();
    before.current = count;
  }, [count]);
}
