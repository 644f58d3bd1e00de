import type { NodeId } from '../../../schema/ids.ts';
import { parseNode, parseRelationship, type UnknownRecord } from '../../../schema/parse-record.ts';
import { statementForm } from '../../../schema/print-value.ts';
import type { Problem } from '../../../schema/problems.ts';
import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type { GraphNode } from '../../../schema/records.ts';
import { type Fragment, nodeFragment, type Place, type Stated, supported } from '../fragments/fragment.ts';
import { groupingEnd } from '../fragments/group-of.ts';
import type { RowFragment } from '../fragments/row-fragment.ts';
import type { MappedEnd, MappedRelationship, MappedValue, Mapping } from './mapping.ts';
import { columnsOf, fillTemplate, type Template } from './template.ts';

/** A row or a line of the file, whatever it is written in. */
export interface MappedRow {
  /** Where it is, for people: `line 5 (row 4)`. */
  readonly place: string;
  /** Where it is, as evidence keeps it: `row 4`. */
  readonly locator: string;
  /** The cell of a folded column; empty text for none. */
  cell(column: string): string;
  /** The members of a list that the file holds as such; null for a cell. */
  list(column: string): readonly string[] | null;
}

export interface MadeRow {
  readonly fragments: readonly RowFragment[];
  /** Nodes that must be in the graph, with the field of the mapping that names them. */
  readonly needed: readonly { readonly id: NodeId; readonly field: string }[];
  readonly problems: readonly Problem[];
}

/** What a row says by the mapping, or what is wrong with it: then it says nothing. */
export function mapRow(row: MappedRow, mapping: Mapping, file: string): MadeRow {
  const problems: Problem[] = [];
  const refuse: Refuse = (field, message, column) => {
    const at = column === undefined ? field : `${field}, column “${column}”`;
    problems.push({ code: 'VALUE_INVALID', file, record: row.place, field: at, message });
  };
  const place: Place = { document: mapping.document.id, locator: row.locator };
  const made = new Map<string, GraphNode>();
  const nodes = mapping.nodes.flatMap((node) => {
    const id = fillKey(node.id, row, `${node.as}.id`, refuse);
    if (id === null) return [];
    const given = valuesOf(node.values, row, node.as, refuse);
    const parsed = parseNode({ id, type: node.type, ...given }, { file, record: row.place });
    if (parsed.kind === 'problems') {
      problems.push(...named(parsed.problems, node.as, node.values));
      return [];
    }
    const { value } = parsed;
    made.set(node.as, value);
    const stated = statedOf(node.values, value.properties);
    const fragment = nodeFragment(node.type, value.id, value.properties, place, { stated });
    return [{ fragment, once: node.once ? `${node.as} ${JSON.stringify(value)}` : null }];
  });
  const relationships = mapping.relationships.flatMap((relationship, index) => {
    const field = `relationships[${index}]`;
    return mapRelationship(relationship, field, row, made, { file, place, refuse, problems });
  });
  if (problems.length > 0) return { fragments: [], needed: [], problems };
  const needed = relationships.flatMap(({ needed: ids }) => ids);
  const fragments = relationships.map(({ fragment }) => fragment);
  return { fragments: [...withOwners(nodes, fragments), ...fragments.map(always)], needed, problems };
}

type Refuse = (field: string, message: string, column?: string) => void;

interface Making {
  readonly file: string;
  readonly place: Place;
  readonly refuse: Refuse;
  readonly problems: Problem[];
}

function mapRelationship(
  relationship: MappedRelationship,
  field: string,
  row: MappedRow,
  made: ReadonlyMap<string, GraphNode>,
  { file, place, refuse, problems }: Making,
): readonly { readonly fragment: Fragment; readonly needed: MadeRow['needed'] }[] {
  const needed: { id: NodeId; field: string }[] = [];
  const endOf = (end: MappedEnd, name: string): string | null => {
    if (end.kind === 'mapped') return made.get(end.as)?.id ?? null;
    return fillKey(end.id, row, `${field}.${name}`, refuse);
  };
  const [start, end] = [endOf(relationship.start, 'start'), endOf(relationship.end, 'end')];
  // An end that the row does not have is none to join; one that is wrong was told with its node.
  if (start === null || end === null) return [];
  const key = relationship.key && fillKey(relationship.key, row, `${field}.key`, refuse);
  const given = valuesOf(relationship.values, row, field, refuse);
  const input = { type: relationship.type, start, end, key: key ?? '', ...given };
  const parsed = parseRelationship(input, { file, record: row.place });
  if (parsed.kind === 'problems') {
    problems.push(...named(parsed.problems, field, relationship.values));
    return [];
  }
  const { value } = parsed;
  if (relationship.start.kind === 'there') needed.push({ id: value.from, field: `${field}.start` });
  if (relationship.end.kind === 'there') needed.push({ id: value.to, field: `${field}.end` });
  const stated = statedOf(relationship.values, value.properties);
  const fragment = { ...supported(value, place, undefined, stated), ...(key ? { key } : {}) };
  return [{ fragment, needed }];
}

/** A judgement is made together with its inspection, whose date it takes. */
function withOwners(
  nodes: readonly RowFragment[],
  relationships: readonly Fragment[],
): readonly RowFragment[] {
  const owners = new Map<string, NodeId>();
  for (const { record } of relationships) {
    const owner = 'from' in record ? groupingEnd(record) : null;
    if (owner && 'from' in record && owner === record.from) owners.set(record.to, owner);
  }
  return nodes.map((node) => {
    const { record } = node.fragment;
    const owner = owners.get(record.id);
    return owner && record.type !== 'Document' ? { ...node, owner } : node;
  });
}

function always(fragment: Fragment): RowFragment {
  return { fragment, once: null };
}

/** As `fill`, for what tells one record from another: a number that a spreadsheet has shortened tells nothing. */
function fillKey(template: Template, row: MappedRow, field: string, refuse: Refuse): string | null {
  const column = columnsOf(template).find((name) => /^\d(\.\d+)?e\+\d+$/i.test(row.cell(name)));
  if (column === undefined) return fill(template, row, field, refuse);
  refuse(field, `“${row.cell(column)}” was shortened by a spreadsheet: export the column as text`, column);
  return null;
}

function fill(template: Template, row: MappedRow, field: string, refuse: Refuse): string | null {
  const filled = fillTemplate(template, row.cell);
  if (filled.kind === 'text') return filled.text;
  if (filled.kind === 'problem') refuse(field, filled.message, filled.column);
  return null;
}

function valuesOf(values: readonly MappedValue[], row: MappedRow, of: string, refuse: Refuse): UnknownRecord {
  const given: Record<string, unknown> = {};
  for (const value of values) {
    const read = readGiven(value, row, `${of}.${value.property}`, refuse);
    if (read !== undefined) given[value.property] = read;
  }
  return given;
}

/** The value as the tables of the schema take it; undefined where the row has none. */
function readGiven(value: MappedValue, row: MappedRow, field: string, refuse: Refuse): unknown {
  const { template, kind, split, meanings } = value;
  const [column, ...others] = columnsOf(template);
  const list = column !== undefined && others.length === 0 ? row.list(column) : null;
  const mean = (text: string) => meanings?.get(text) ?? text;
  if (list && (kind === 'texts' || kind === 'dates')) return list.length > 0 ? list.map(mean) : undefined;
  const text = fill(template, row, field, refuse);
  if (text === null) return undefined;
  if (meanings && !meanings.has(text)) {
    refuse(field, `“${text}” is none of the “meanings” of the mapping: add it there`, column);
    return undefined;
  }
  if (kind === 'texts' || kind === 'dates') {
    const members = split === null ? [text] : text.split(split).map((member) => member.trim());
    return members.filter((member) => member !== '').map(mean);
  }
  return asKind(mean(text), kind);
}

/** Text that is no number or no truth value is left as it is, and refused by its kind. */
function asKind(text: string, kind: MappedValue['kind']): unknown {
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind !== 'boolean') return text;
  if (/^(true|yes)$/i.test(text)) return true;
  return /^(false|no)$/i.test(text) ? false : text;
}

function statedOf(
  values: readonly MappedValue[],
  properties: Readonly<Record<string, PropertyValue | undefined>>,
): Stated[] {
  return values.flatMap(({ property, stated }) => {
    const value = properties[property];
    if (!stated || value === undefined) return [];
    return members(value).flatMap((member) => {
      const form = statementForm(member);
      return form === null ? [] : [{ property, value: form }];
    });
  });
}

/** A list has a statement for each of its members. */
function members(value: PropertyValue): readonly PropertyValue[] {
  return typeof value === 'object' && !('edtf' in value) && !('rank' in value) ? value : [value];
}

/** Problems of a record with the columns that the value came from. */
function named(problems: readonly Problem[], of: string, values: readonly MappedValue[]): Problem[] {
  return problems.map((problem) => {
    const value = values.find(({ property }) => property === problem.field);
    const columns = value ? columnsOf(value.template) : [];
    const where = problem.field === undefined ? of : `${of}.${problem.field}`;
    return { ...problem, field: columns.length > 0 ? `${where}, column “${columns.join('”, “')}”` : where };
  });
}
