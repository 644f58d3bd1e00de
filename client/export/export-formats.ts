interface FormatRow {
  readonly words: string;
  readonly says: string;
  readonly extension: string;
  readonly contentType: string;
}

const rows = {
  png: {
    words: 'PNG',
    says: 'a picture for pages and slides',
    extension: 'png',
    contentType: 'image/png',
  },
  svg: {
    words: 'SVG',
    says: 'a picture to be enlarged and edited',
    extension: 'svg',
    contentType: 'image/svg+xml',
  },
  json: {
    words: 'JSON',
    says: 'all records with their evidence, for programs',
    extension: 'json',
    contentType: 'application/json',
  },
  csv: {
    words: 'CSV',
    says: 'tables of nodes, relationships and sources, in a zip',
    extension: 'csv.zip',
    contentType: 'application/zip',
  },
  graphml: {
    words: 'GraphML',
    says: 'a network for Gephi, yEd and the like',
    extension: 'graphml',
    contentType: 'application/graphml+xml',
  },
} as const satisfies Record<string, FormatRow>;

export type ExportFormat = keyof typeof rows;

export const exportFormats = Object.keys(rows) as readonly ExportFormat[];

export function formatRow(format: ExportFormat): FormatRow {
  return rows[format];
}
