import type { SideRow } from './side-rows.ts';

/** What is said, line by line. */
export function SideRows({ rows }: { readonly rows: readonly SideRow[] }) {
  if (rows.length === 0) return <p className="form-note">Nothing.</p>;
  return (
    <dl className="side-rows">
      {rows.map(([label, words]) => (
        <div key={`${label} ${words}`}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
