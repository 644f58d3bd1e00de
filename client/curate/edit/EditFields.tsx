import type { CurrentRecord } from '../../api/curating/load-current.ts';
import type { Said } from '../../api/detail.ts';
import type { FormProblems } from '../form/use-curate-form.ts';
import { editableProperties } from '../form/values/editable-properties.ts';
import { valueField } from '../form/values/fields.ts';
import { ValueField } from '../form/values/ValueField.tsx';
import { fieldOfValue } from '../form/values/value-text.ts';
import type { EditDraft } from './edit-draft.ts';

interface EditFieldsProps {
  readonly record: CurrentRecord;
  readonly draft: EditDraft;
  readonly problems: FormProblems<string>;
  readonly onSettle: (property: string) => void;
  readonly onChange: (part: Partial<EditDraft>) => void;
}

/** A field for each property of the record's type, with who says so below it. */
export function EditFields({ record, draft, problems, onSettle, onChange }: EditFieldsProps) {
  return (
    <div className="form-group">
      <h3>The facts</h3>
      {editableProperties(record.type).map((property) => {
        const { name, kind } = property;
        return (
          <div key={name} className="edit-field">
            <ValueField
              property={property}
              value={draft.fields[name] ?? fieldOfValue(kind, record.values[name])}
              problem={problems[valueField(name)]}
              onChange={(value) => onChange({ fields: { ...draft.fields, [name]: value } })}
            />
            <SaidOf said={record.said.filter((each) => each.property === name)} />
            {record.disputed.includes(name) && (
              <p className="form-note">
                The sources disagree.{' '}
                <button type="button" className="text-button" onClick={() => onSettle(name)}>
                  Settle which of them stands
                </button>
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** What sources say of one property, each in a line. */
function SaidOf({ said }: { readonly said: readonly Said[] }) {
  if (said.length === 0) return null;
  return (
    <ul className="edit-said">
      {said.map(({ id, words, standing, sources }) => (
        <li key={id}>
          {words} – {sources.map(({ document }) => document?.name ?? 'known from elsewhere').join('; ')}
          {standing === 'rejected' && ' (rejected)'}
        </li>
      ))}
    </ul>
  );
}
