import type { RelationshipType } from '../../../schema/relationship-types.ts';
import type { NodeDetail } from '../../api/detail.ts';
import type { SideRow } from '../form/side-rows.ts';

/** How a quote is linked as it stands, a line for each part that is there. */
export function listLinks({ node, neighbours }: NodeDetail): readonly SideRow[] {
  const names = (type: RelationshipType) =>
    neighbours.filter((each) => each.type === type).map((each) => each.node.record.properties.name);
  const { saidOn } = node.record.properties;
  return listRows(names('SAID'), saidOn?.edtf ?? '', names('ABOUT'), names('QUOTED_IN'));
}

/** The same lines out of their parts; empty ones are left out. */
export function listRows(
  speakers: readonly string[],
  saidOn: string,
  subjects: readonly string[],
  documents: readonly string[],
): readonly SideRow[] {
  const rows: readonly SideRow[] = [
    ['said by', speakers.join(', ')],
    ['said on', saidOn],
    ['about', subjects.join(', ')],
    ['quoted in', documents.join(', ')],
  ];
  return rows.filter(([, words]) => words !== '');
}
