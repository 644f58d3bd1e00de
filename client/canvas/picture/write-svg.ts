import { escapeXml } from '../../api/escape-xml.ts';
import { at } from './outline-path.ts';
import { type Mark, type Part, type Picture, textBaseline, type Words } from './picture.ts';

/** The picture as a file of SVG 1.1 that stands by itself: nothing in it runs, and nothing is fetched. */
export function writeSvg({ title, description, width, height, ground, fonts, parts }: Picture): string {
  const attributes = writeAttributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'font-family': fonts.sans,
  });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg${attributes}>`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    ...(ground === null ? [] : [`<rect${writeAttributes({ width, height, fill: ground })}/>`]),
    ...parts.flatMap((part) => writePart(part, fonts)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function writePart({ title, marks, moved }: Part, fonts: Picture['fonts']): readonly string[] {
  if (marks.length === 0) return [];
  const transform = moved && `translate(${at(moved.x, moved.y)})`;
  return [
    `<g${writeAttributes({ transform })}>`,
    ...(title === null ? [] : [`<title>${escapeXml(title)}</title>`]),
    ...marks.map((mark) => writeMark(mark, fonts)),
    '</g>',
  ];
}

function writeMark(mark: Mark, fonts: Picture['fonts']): string {
  if (mark.kind === 'words') return writeWords(mark, fonts);
  const { path, fill, stroke, width, dash, opacity } = mark;
  return `<path${writeAttributes({
    d: path,
    fill: fill ?? 'none',
    stroke,
    'stroke-width': stroke && width,
    'stroke-dasharray': dash?.join(' '),
    opacity,
  })}/>`;
}

function writeWords(words: Words, fonts: Picture['fonts']): string {
  const { text, x, size, face, bold, anchor, ink, halo } = words;
  return `<text${writeAttributes({
    x: Number(x.toFixed(2)),
    y: Number(textBaseline(words).toFixed(2)),
    'font-size': size,
    'font-family': face === 'serif' ? fonts.serif : undefined,
    'font-style': face === 'serif' ? 'italic' : undefined,
    'font-weight': bold ? 600 : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    fill: ink,
    stroke: halo,
    'stroke-width': halo && 4,
    'stroke-linejoin': halo && 'round',
    'paint-order': halo && 'stroke',
  })}>${escapeXml(text)}</text>`;
}

function writeAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
