import { gradeScales } from '../../../schema/grade-scales.ts';
import { kindOf, type NodeType, propertiesOf } from '../../../schema/node-types.ts';
import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { printValue } from '../../../schema/print-value.ts';
import { labelProperty, type PropertyName } from '../../../schema/properties.ts';
import type { PropertyKind, PropertyValue } from '../../../schema/property-kinds.ts';
import type { EvidenceTree, NodeTree, StatementTree } from '../../store/read-plan.ts';
import { type Html, html, type Part, webAddress } from '../html.ts';
import { evidenceOfStatements, type Sources } from './sources.ts';

/** Properties that a page shows elsewhere: as its title, above it, as its words. */
const shownElsewhere: readonly PropertyName[] = ['name', 'note', 'date', 'kind', 'label'];
const shownElsewhereOf: Partial<Record<NodeType, readonly PropertyName[]>> = {
  Quote: ['text'],
  Finding: ['text'],
  Recommendation: ['text'],
  Event: ['text'],
};

/** What no source says by itself, but follows by our own rules. */
const derived: readonly PropertyName[] = ['area', 'grade', 'standing'];

/** Each property in words with its sources; where sources disagree, what each of them says. */
export function renderFacts(tree: NodeTree, sources: Sources): Part {
  const { node } = tree;
  const left = [...shownElsewhere, ...(shownElsewhereOf[node.type] ?? [])];
  const rows = propertiesOf(node.type)
    .filter((property) => !left.includes(property))
    .flatMap((property) => renderFact(tree, property, sources) ?? []);
  if (node.type === 'Document' && !node.properties.licence)
    rows.push(renderRow('licence', html`<dd class="soft">No licence is recorded.</dd>`));
  if (rows.length === 0) return null;
  return html`<section aria-labelledby="facts">
<h2 id="facts">Facts</h2>
<dl class="facts">
${rows}</dl>
</section>`;
}

function renderFact(tree: NodeTree, property: PropertyName, sources: Sources): Html | null {
  const { properties, disputed } = tree.node;
  const label = labelProperty(property);
  const statements = (tree.statements ?? []).filter(({ statement }) => statement.property === property);
  const kind = kindOf(property);
  if (disputed.includes(property) && statements.length > 1) {
    const sides = renderSides({ property, statements, sources, kind });
    return renderRow(label, html`<dd class="disputed"><strong>The sources disagree</strong>${sides}</dd>`);
  }
  const value = properties[property];
  if (value === undefined) return null;
  const ofNode = derived.includes(property) ? [] : (tree.evidence ?? []);
  const support = (member: string | null) => supportOf(ofNode, statements, member);
  const others = statements.filter(({ statement }) => statement.standing !== 'stands' && kind !== 'texts');
  const members = Array.isArray(value) && kind === 'texts' ? (value as readonly string[]) : null;
  const values = members
    ? members.map((member) => html`<dd>${member}${sources.cite(support(member))}</dd>`)
    : html`<dd>${renderValue(value, kind)}${sources.cite(support(null))}</dd>`;
  return renderRow(label, [
    values,
    others.map((statement) => html`<dd class="soft">${renderStatement(statement, kind, sources)}</dd>`),
  ]);
}

function renderRow(label: string, values: Part): Html {
  return html`<div class="fact"><dt>${label}</dt>\n${values}</div>\n`;
}

/** A value has the evidence of the statements that it stands by, or else that of its node. */
function supportOf(
  ofNode: readonly EvidenceTree[],
  statements: readonly StatementTree[],
  member: string | null,
): readonly EvidenceTree[] {
  const own = statements.filter(({ statement }) =>
    member === null ? statement.standing === 'stands' : statement.value === member,
  );
  return own.length > 0 ? evidenceOfStatements(own) : ofNode;
}

interface SidesProps {
  readonly property: string;
  readonly statements: readonly StatementTree[];
  readonly kind: PropertyKind;
  readonly sources: Sources;
}

/** What each source says of a disputed property, with its standing. */
export function renderSides({ property, statements, kind, sources }: SidesProps): Html {
  const sides = statements.filter(({ statement }) => statement.property === property);
  return html`<ul class="sides">${sides.map((side) => html`<li>${renderStatement(side, kind, sources)}</li>`)}</ul>`;
}

function renderStatement(tree: StatementTree, kind: PropertyKind, sources: Sources): Html {
  const { value, standing, reason } = tree.statement;
  return html`${sayStated(value, kind)} <span class="standing">${standing}${reason && `: ${reason}`}</span>${sources.cite(
    tree.evidence ?? [],
  )}`;
}

/** Statements hold dates as EDTF text. */
function sayStated(value: string | number | boolean, kind: PropertyKind): string {
  const date = kind === 'date' || kind === 'dates' ? parsePartialDate(String(value)) : null;
  return date ? printPartialDate(date) : sayValue(value, kind);
}

function renderValue(value: PropertyValue, kind: PropertyKind): Part {
  const address = kind === 'link' ? webAddress(String(value)) : null;
  if (address) return html`<a href="${address}" rel="noopener noreferrer external">${String(value)}</a>`;
  return sayValue(value, kind);
}

function sayValue(value: PropertyValue, kind: PropertyKind): string {
  if (kind === 'grade' && typeof value === 'object' && 'rank' in value)
    return `rank ${value.rank} of ${value.of} (1 is best) on the scale “${gradeScales[value.scale].title}”`;
  if (kind === 'number' && typeof value === 'number') return value.toLocaleString('en-GB');
  if (kind === 'dateOrDuration' && typeof value === 'string') return sayDue(value);
  return printValue(value);
}

const spans: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** A date in words, or a duration of ISO 8601: “within 3 months”. */
function sayDue(value: string): string {
  const date = parsePartialDate(value);
  if (date) return printPartialDate(date);
  const parts = [...value.matchAll(/(\d+)([YMWD])/g)].map(
    ([, count, unit = '']) => `${count} ${spans[unit]}${count === '1' ? '' : 's'}`,
  );
  return parts.length > 0 ? `within ${parts.join(', ')}` : value;
}
