import { type ReactNode, useId } from 'react';
import { nodeTypes } from '../../../schema/node-types.ts';
import { printCount } from '../../../schema/print-count.ts';
import { ShapeIcon } from '../../ui/ShapeIcon.tsx';
import { type ComparedValue, compareNodes } from './compare-nodes.ts';
import { chosenOf, type MergeDraft, type Pair } from './merge-draft.ts';
import './merge.css';

interface ComparedValuesProps {
  readonly pair: Pair;
  readonly draft: MergeDraft;
  readonly onChange: (part: Partial<MergeDraft>) => void;
}

/** The two in columns: which of them stays, and of each property what both have. */
export function ComparedValues({ pair, draft, onChange }: ComparedValuesProps) {
  const compared = compareNodes(...pair);
  const same = compared.filter(({ kind }) => kind === 'same');
  return (
    <>
      <Choice title="Which one stays">
        {(name) =>
          pair.map(({ node: { record, counts }, sources }) => {
            const { look } = nodeTypes[record.type];
            const related = counts.reduce((sum, { neighbours }) => sum + neighbours, 0);
            return (
              <label key={record.id} className="pair-cell">
                <input
                  type="radio"
                  name={name}
                  checked={record.id === draft.survivor}
                  onChange={() => onChange({ survivor: record.id })}
                />
                <span className="pair-words">
                  <span className="pair-name">
                    <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} size={12} />
                    {record.properties.name}
                  </span>
                  <span className="pair-note">{record.id}</span>
                  <span className="pair-note">
                    {printCount(related)} related, {printCount(sources.length)}{' '}
                    {sources.length === 1 ? 'source' : 'sources'}
                  </span>
                </span>
              </label>
            );
          })
        }
      </Choice>
      {compared
        .filter(({ kind }) => kind !== 'same')
        .map((each) => (
          <Compared
            key={each.name}
            compared={each}
            pair={pair}
            draft={draft}
            onChoose={(of) => onChange({ values: withChoice(draft.values, each.name, of) })}
          />
        ))}
      {same.length > 0 && (
        <p className="form-note">
          The same in both: {same.map(({ label, texts }) => `${label.toLowerCase()} ${texts[0]}`).join('; ')}.
        </p>
      )}
    </>
  );
}

interface ComparedProps {
  readonly compared: ComparedValue;
  readonly pair: Pair;
  readonly draft: MergeDraft;
  /** The node whose value stands; null keeps both. */
  readonly onChoose: (of: string | null) => void;
}

function Compared({ compared, pair, draft, onChoose }: ComparedProps) {
  const { name, label, kind, texts } = compared;
  if (kind !== 'differ')
    return (
      <Choice title={label} says={kind === 'both' ? 'Both are kept.' : 'It is carried over.'}>
        {() =>
          pair.map(({ node: { record } }, at) => (
            <p key={record.id} className="pair-cell pair-plain">
              {texts[at] || '–'}
            </p>
          ))
        }
      </Choice>
    );
  const chosen = chosenOf(compared, draft);
  return (
    <Choice
      title={label}
      says={
        name === 'name'
          ? 'The other one becomes another name.'
          : 'Choose which stands; the other is rejected.'
      }
    >
      {(group) => (
        <>
          {pair.map(({ node: { record } }, at) => (
            <label key={record.id} className="pair-cell">
              <input
                type="radio"
                name={group}
                checked={chosen === record.id}
                onChange={() => onChoose(record.id)}
              />
              <span className="pair-words">{texts[at]}</span>
            </label>
          ))}
          {name !== 'name' && (
            <label className="pair-cell pair-both">
              <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} />
              <span className="pair-words">Keep both: what cannot be true together is disputed</span>
            </label>
          )}
        </>
      )}
    </Choice>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly says?: string;
  readonly children: (name: string) => ReactNode;
}

function Choice({ title, says, children }: ChoiceProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser.
    <div role="group" className="pair" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {says && <p className="field-says">{says}</p>}
      <div className="pair-cells">{children(id)}</div>
    </div>
  );
}

function withChoice(values: MergeDraft['values'], property: string, of: string | null): MergeDraft['values'] {
  const { [property]: _before, ...others } = values;
  return of === null ? others : { ...others, [property]: of };
}
