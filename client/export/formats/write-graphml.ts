import { sayRelationship } from '../../../schema/relationship-types.ts';
import { escapeXml } from '../../api/escape-xml.ts';
import { describeLegend, sayDocument, sayOrigin, sayView } from '../describe-view.ts';
import { attributionsOf, documentsOf, type ExportedView } from '../exported-view.ts';
import { type FlatValue, flattenProperties } from '../flatten-record.ts';

type Values = ReadonlyMap<string, FlatValue>;
type For = 'graph' | 'node' | 'edge';

/**
 * The view as GraphML with typed keys, which Gephi, yEd, Cytoscape and NetworkX open. `label`, `x` and `y` are what
 * Gephi looks for; yEd reads its own element, with the same name, place and a shape by type.
 */
export function writeGraphMl(view: ExportedView): string {
  const nodes = view.nodes.map((node) => ({ node, values: nodeValues(node) }));
  const edges = view.relationships.map((relationship) => ({
    relationship,
    values: relationshipValues(relationship),
  }));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">',
    ...writeKeys('graph', [graphValues(view)]),
    ...writeKeys(
      'node',
      nodes.map(({ values }) => values),
    ),
    ...writeKeys(
      'edge',
      edges.map(({ values }) => values),
    ),
    '<key id="yed" for="node" yfiles.type="nodegraphics"/>',
    '<graph id="view" edgedefault="directed">',
    ...writeData('graph', graphValues(view)),
    ...nodes.flatMap(({ node, values }) => [
      `<node id="${escapeXml(node.record.id)}">`,
      ...writeData('node', values),
      writeYed(node),
      '</node>',
    ]),
    ...edges.flatMap(({ relationship: { record }, values }) => [
      `<edge id="${escapeXml(record.id)}" source="${escapeXml(record.from)}" target="${escapeXml(record.to)}">`,
      ...writeData('edge', values),
      '</edge>',
    ]),
    '</graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

function graphValues(view: ExportedView): Values {
  const documents = documentsOf(view);
  return new Map(
    Object.entries({
      title: view.title,
      says: sayView(view),
      origin: sayOrigin(view),
      legend: describeLegend(view).join('\n'),
      sources: documents.map(sayDocument).join('\n'),
      attribution: attributionsOf(documents).join('\n'),
    }),
  );
}

function nodeValues({ record, url, at, evidence }: ExportedView['nodes'][number]): Values {
  return new Map<string, FlatValue>([
    ['label', record.properties.name],
    ['type', record.type],
    ...flattenProperties({ ...record.properties, label: undefined, name: undefined }),
    // The words of a judgement are its “label” in the graph, which here is the name of every node.
    ...(record.properties.label === undefined ? [] : [['gradeLabel', record.properties.label] as const]),
    ...(record.disputed.length === 0 ? [] : [['disputed', record.disputed.join('; ')] as const]),
    ['sources', evidence.length],
    ['url', url],
    ...(at === null ? [] : [['x', at.x] as const, ['y', at.y] as const]),
  ]);
}

function relationshipValues({ record, evidence }: ExportedView['relationships'][number]): Values {
  const { type, properties, disputed } = record;
  return new Map<string, FlatValue>([
    ['label', sayRelationship(type, 'out', properties)],
    ['type', type],
    ...flattenProperties(properties),
    ...(disputed.length === 0 ? [] : [['disputed', disputed.join('; ')] as const]),
    ['basis', [...new Set(evidence.map(({ basis }) => basis))].join('; ')],
    ['sources', evidence.length],
  ]);
}

/** A key for each name that is used, with the type that holds all of its values. */
function writeKeys(for_: For, all: readonly Values[]): readonly string[] {
  const types = new Map<string, string>();
  for (const values of all)
    for (const [name, value] of values) {
      const [known, type] = [types.get(name), typeOf(name, value)];
      types.set(name, known === undefined || known === type ? type : 'string');
    }
  return [...types].map(
    ([name, type]) => `<key id="${for_}-${name}" for="${for_}" attr.name="${name}" attr.type="${type}"/>`,
  );
}

const counted = ['sources', 'gradeRank', 'gradeOf'];

function typeOf(name: string, value: FlatValue): 'string' | 'boolean' | 'int' | 'double' {
  if (typeof value === 'number') return counted.includes(name) ? 'int' : 'double';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function writeData(for_: For, values: Values): readonly string[] {
  return [...values].map(([name, value]) => `<data key="${for_}-${name}">${escapeXml(String(value))}</data>`);
}

const yedShapes: Partial<Record<string, string>> = {
  Person: 'ellipse',
  Organisation: 'roundrectangle',
  Region: 'hexagon',
  Inspection: 'diamond',
  Judgement: 'rectangle',
};

function writeYed({ record, at }: ExportedView['nodes'][number]): string {
  const { x, y } = at ?? { x: 0, y: 0 };
  const shape = yedShapes[record.type] ?? 'rectangle';
  const words = escapeXml(record.properties.name);
  return `<data key="yed"><y:ShapeNode><y:Geometry x="${x - 12}" y="${y - 12}" width="24" height="24"/><y:NodeLabel modelName="sides" modelPosition="s">${words}</y:NodeLabel><y:Shape type="${shape}"/></y:ShapeNode></data>`;
}
