import type { ReactNode } from 'react';
import './form.css';

interface FieldFrameProps {
  readonly label: string;
  readonly labelId: string;
  /** The element that the label belongs to; a group of several parts has none. */
  readonly htmlFor?: string;
  readonly says?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

/** A field of a form: its label, what it is for, what is wrong with it. */
export function FieldFrame({ label, labelId, htmlFor, says, problem, children }: FieldFrameProps) {
  const heading = htmlFor ? (
    <label id={labelId} htmlFor={htmlFor} className="field-label">
      {label}
    </label>
  ) : (
    <span id={labelId} className="field-label">
      {label}
    </span>
  );
  const body = (
    <>
      {heading}
      {says && (
        <p id={`${labelId}-says`} className="field-says">
          {says}
        </p>
      )}
      {children}
      {problem && (
        <p id={`${labelId}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </>
  );
  if (htmlFor) return <div className="field">{body}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser.
    <div role="group" aria-labelledby={labelId} className="field">
      {body}
    </div>
  );
}
