import type { ShownRelationship } from './exploration.ts';

/** Whether its line is dashed: no source states it, or it is the inspector's, beside that of who was inspected. */
export function isDashed({ basis, record }: ShownRelationship): boolean {
  return basis !== 'stated' || record.type === 'CONDUCTED';
}
