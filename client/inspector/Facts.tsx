import type { NodeDetail } from '../api/detail.ts';
import { type Fact, listFacts } from './list-facts.ts';
import { Row, Section } from './Section.tsx';
import { Cited } from './sources/Citations.tsx';

/** The properties of a node, each with its sources. */
export function Facts({ detail }: { readonly detail: NodeDetail }) {
  const facts = listFacts(detail);
  if (facts.length === 0) return null;
  return (
    <Section title="Facts">
      {facts.map((fact) => (
        <Row key={fact.property} label={fact.label}>
          <Cited sources={fact.sources}>
            <FactValues fact={fact} />
          </Cited>
        </Row>
      ))}
    </Section>
  );
}

function FactValues({ fact: { kind, values } }: { readonly fact: Fact }) {
  const [first = ''] = values;
  if (kind === 'address')
    return (
      <a className="outside-address" href={first} target="_blank" rel="noreferrer">
        {new URL(first).hostname.replace(/^www\./, '')}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
    );
  if (values.length === 1) return first;
  return (
    <ul className="plain-list">
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}
