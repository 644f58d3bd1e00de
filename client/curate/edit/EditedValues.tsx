import type { EditedValue } from './edit-draft.ts';
import './edit.css';

interface EditedValuesProps {
  readonly edits: readonly EditedValue[];
  /** Whether evidence is given, which alone is a change, too. */
  readonly hasSource: boolean;
  readonly problem: string | undefined;
}

/** What saving changes, before and after, so that it is seen before it is done. */
export function EditedValues({ edits, hasSource, problem }: EditedValuesProps) {
  if (edits.length === 0)
    return hasSource ? (
      <p className="form-note">No value changes: the record as a whole gets one more source.</p>
    ) : (
      <p className={problem ? 'field-problem' : 'form-note'}>{problem ?? 'Nothing yet.'}</p>
    );
  return (
    <dl className="edited-values">
      {edits.map(({ name, label, before, after }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            {before && (
              <del>
                <span className="visually-hidden">before: </span>
                {before}
              </del>
            )}
            <ins>
              <span className="visually-hidden">after: </span>
              {before && <span aria-hidden="true">→ </span>}
              {after || 'taken away'}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
