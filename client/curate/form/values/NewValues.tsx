import type { NodeType } from '../../../../schema/node-types.ts';
import type { RelationshipType } from '../../../../schema/relationship-types.ts';
import type { FormProblems } from '../use-curate-form.ts';
import { editableProperties } from './editable-properties.ts';
import { type Fields, valueField } from './fields.ts';
import { ValueField } from './ValueField.tsx';
import { fieldOfValue } from './value-text.ts';

interface NewValuesProps {
  readonly type: NodeType | RelationshipType;
  readonly fields: Fields;
  readonly problems: FormProblems<string>;
  readonly onChange: (part: { readonly fields: Fields }) => void;
}

/** A field for each property of a record that is not there yet. */
export function NewValues({ type, fields, problems, onChange }: NewValuesProps) {
  return editableProperties(type).map((property) => (
    <ValueField
      key={`${type} ${property.name}`}
      property={property}
      value={fields[property.name] ?? fieldOfValue(property.kind, undefined)}
      problem={problems[valueField(property.name)]}
      onChange={(value) => onChange({ fields: { ...fields, [property.name]: value } })}
    />
  ));
}
