import { checkValue, type PropertyKind, type PropertyValue } from '../../../../schema/property-kinds.ts';

/** A value as it stands in a field: text, or one text for each member of a list. Empty text stands for none. */
export type FieldValue = string | readonly string[];

/** What the API takes for a value; null takes it away. */
type ValueInput = string | number | boolean | readonly string[] | null;

export type ReadField =
  | { readonly kind: 'value'; readonly input: ValueInput }
  | { readonly kind: 'problem'; readonly message: string };

function isListKind(kind: PropertyKind): kind is 'texts' | 'dates' {
  return kind === 'texts' || kind === 'dates';
}

/** The value as it is edited: dates in EDTF, yes or no in words. */
export function fieldOfValue(kind: PropertyKind, value: PropertyValue | undefined): FieldValue {
  if (isListKind(kind)) return Array.isArray(value) ? value.map(textOfMember) : [];
  return value === undefined ? '' : textOfMember(value);
}

function textOfMember(value: PropertyValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  return 'edtf' in value ? value.edtf : '';
}

/** Whether two fields hold the same, whatever blanks stand around it. */
export function isSameField(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

function tidy(field: FieldValue): FieldValue {
  if (typeof field === 'string') return field.trim();
  return field.map((member) => member.trim()).filter((member) => member !== '');
}

/** The field in one line, as what is about to be saved is told. */
export function printField(field: FieldValue): string {
  const tidied = tidy(field);
  return typeof tidied === 'string' ? tidied : tidied.join('; ');
}

/** Reads what was typed as a value of this kind. */
export function readField(kind: PropertyKind, field: FieldValue): ReadField {
  const input = inputOfField(kind, tidy(field));
  if (input === null) return { kind: 'value', input };
  const checked = checkValue(kind, input);
  return checked.kind === 'value' ? { kind: 'value', input } : problem(messages[kind] ?? checked.message);
}

function inputOfField(kind: PropertyKind, tidied: FieldValue): ValueInput {
  if (typeof tidied !== 'string') return tidied.length > 0 ? tidied : null;
  if (tidied === '') return null;
  if (kind === 'boolean') return tidied === 'yes';
  // A number as it is printed, with commas between thousands.
  return kind === 'number' ? Number(tidied.replace(/,(?=\d{3}\b)/g, '')) : tidied;
}

const DATE_HELP = 'Write a date such as 2018-03-28, 2018-03, 2018 or 2018-03~ (about).';
const messages: Partial<Record<PropertyKind, string>> = {
  date: DATE_HELP,
  dates: DATE_HELP,
  dateOrDuration: 'Write a date such as 2018-03-28, or a time such as P3M for three months.',
  number: 'Write a number such as 1204 or 3.5.',
  link: 'Write a web address that begins with https:// or http://.',
};

function problem(message: string): ReadField {
  return { kind: 'problem', message };
}
