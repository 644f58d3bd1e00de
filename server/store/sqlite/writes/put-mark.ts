import type { Mark } from '../../store-upkeep.ts';
import type { Connection } from '../connection.ts';

export function putMark(connection: Connection, { key, value }: Mark): void {
  connection.run(
    'INSERT INTO mark (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, value],
  );
}
