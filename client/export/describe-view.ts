import { nodeTypeNames, nodeTypes } from '../../schema/node-types.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import { printCount } from '../../schema/print-count.ts';
import { relationshipTypeNames, relationshipTypes } from '../../schema/relationship-types.ts';
import type { SourceDocument } from '../api/detail.ts';
import type { ExportedView } from './exported-view.ts';

/** “50 nodes, 26 of them judgements, and 70 relationships: what can be seen, on 26 November 2026”. */
export function sayView({ nodes, relationships, scope, madeOn }: ExportedView): string {
  const judgements = nodes.filter(({ record }) => record.type === 'Judgement').length;
  const among =
    judgements > 0
      ? `, ${printCount(judgements)} of them ${judgements === 1 ? 'a judgement' : 'judgements'},`
      : '';
  const counts = `${count(nodes.length, 'node')}${among} and ${count(relationships.length, 'relationship')}`;
  return `${counts}: ${scope}, on ${printPartialDate(partialDate(madeOn))}`;
}

function count(number: number, word: string): string {
  return `${printCount(number)} ${word}${number === 1 ? '' : 's'}`;
}

/** A document with its licence: “Name (news article, 24 April 2014), address. No licence is recorded.”. */
export function sayDocument({ name, kind, publishedOn, sourceUrl, licence }: SourceDocument): string {
  const what = [kind, publishedOn && printPartialDate(publishedOn)].filter(Boolean).join(', ');
  return [
    name,
    what && ` (${what})`,
    sourceUrl && `, ${sourceUrl}`,
    licence ? `. Licence: ${licence}.` : '. No licence is recorded.',
  ]
    .filter(Boolean)
    .join('');
}

/** What made the file, and where the view is to be found again. */
export function sayOrigin({ version, address }: ExportedView): string {
  return `Made with Oversight ${version}, ${address}`;
}

/** What the types in the view mean, one line each. */
export function describeLegend({ nodes, relationships }: ExportedView): readonly string[] {
  const types = new Set(nodes.map(({ record }) => record.type));
  const lines = new Set(relationships.map(({ record }) => record.type));
  return [
    ...nodeTypeNames.filter((type) => types.has(type)).map((type) => `${type}: ${nodeTypes[type].says}`),
    ...relationshipTypeNames
      .filter((type) => lines.has(type))
      .map((type) => `${type}: start “${relationshipTypes[type].says.forward}” end`),
  ];
}
