import type { RecordChange } from '../../api/curating/load-changes.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { Differences } from './Differences.tsx';
import {
  type Names,
  sayChangedRelationship,
  sayHappened,
  sayInstant,
  sayRelationshipHappened,
} from './say-change.ts';
import { TakeBack } from './TakeBack.tsx';

interface ChangeEntryProps {
  readonly change: RecordChange;
  readonly names: Names;
  readonly mayWrite: boolean;
  readonly onTaken: (taken: SavedChange) => void;
}

/** One change: when, who, why, and what was before and after. */
export function ChangeEntry({ change, names, mayWrite, onTaken }: ChangeEntryProps) {
  const { sequence, at, author, reason, differences } = change;
  const relationships = change.relationships ?? [];
  return (
    <li className="change">
      <h3>{sayHappened(change)}</h3>
      <p className="change-by">
        <time dateTime={at}>{sayInstant(at)}</time> · {author ?? 'author erased'} · change {sequence}
      </p>
      <p className="change-why">{reason ?? 'The reason was erased.'}</p>
      <Differences differences={differences} names={names} />
      {relationships.length > 0 && (
        <ul className="changed-relationships" aria-label="Its relationships">
          {relationships.map((relationship) => (
            <li key={relationship.record}>
              <span className="change-mark">{sayRelationshipHappened(relationship)}</span>{' '}
              {sayChangedRelationship(relationship, names)}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <TakeBack sequence={sequence} records={change.itemCount} onTaken={onTaken} />}
    </li>
  );
}
