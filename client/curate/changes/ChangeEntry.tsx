import type { RecordChange } from '../../api/curating/load-changes.ts';
import type { SavedChange } from '../../api/curating/outcome.ts';
import {
  type Names,
  type SaidDifference,
  sayChangedRelationship,
  sayDifferences,
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
  // Such as the seed: what most of the graph stands on is not taken back by a click.
  const isLarge = change.relationships === null;
  const relationships = change.relationships ?? [];
  return (
    <li className="change">
      <h3>{sayHappened(change)}</h3>
      <p className="change-by">
        <time dateTime={at}>{sayInstant(at)}</time> · {author ?? 'author erased'} · change {sequence}
      </p>
      <p className="change-why">{reason ?? 'The reason was erased.'}</p>
      {differences.length > 0 && (
        <dl className="differences">
          {sayDifferences(differences, names).map((difference) => (
            <DifferenceRow key={difference.label} difference={difference} />
          ))}
        </dl>
      )}
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
      {mayWrite && !isLarge && <TakeBack sequence={sequence} onTaken={onTaken} />}
    </li>
  );
}

function DifferenceRow({ difference: { label, before, after } }: { readonly difference: SaidDifference }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before !== null && (
          <del>
            <span className="visually-hidden">before: </span>
            {before}
          </del>
        )}
        {after !== null && (
          <ins>
            <span className="visually-hidden">after: </span>
            {before !== null && <span aria-hidden="true">→ </span>}
            {after}
          </ins>
        )}
      </dd>
    </div>
  );
}
