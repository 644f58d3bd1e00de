import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rollup } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const readPackage = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
const { version, dependencies, devDependencies } = readPackage('package.json');

/** What the About panel says of the packages that we are made of: name, version and licence of each. */
const parts = Object.keys({ ...dependencies, ...devDependencies })
  .sort()
  .map((name) => {
    const { version: edition, license } = readPackage(`node_modules/${name}/package.json`);
    return { name, version: edition, licence: license };
  });

/** What draws the explorer: its app, the canvas, what that is made of, and the panels that stand beside it at first. */
const drawing = [
  'client/start.tsx',
  'client/canvas/canvas-part.ts',
  'node_modules/cytoscape/',
  'client/inspector/Inspector.tsx',
  'client/legend/Legend.tsx',
];

/** Scripts and styles of these parts, with all that they import. */
function filesOf(parts: readonly string[], bundle: Rollup.OutputBundle): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== 'chunk') return;
    files.add(name);
    for (const each of chunk.imports) add(each);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
  };
  for (const part of parts)
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && file.facadeModuleId?.startsWith(at(part))) add(file.fileName);
  return files;
}

/**
 * The explorer's first script asks the server, and then imports what draws: with the page it is told that this comes, so
 * that nobody waits for the way there and back once more, nor for a server that is at work on the answer already.
 */
const fetchWhatDraws: Plugin = {
  name: 'fetch-what-draws',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      if (!html.includes('/assets/explorer-')) return [];
      return [...filesOf(drawing, bundle)]
        .filter((file) => !html.includes(file))
        .map((file) => ({
          tag: 'link',
          attrs: file.endsWith('.css')
            ? { rel: 'preload', as: 'style', crossorigin: true, href: `/${file}` }
            : { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
    },
  },
};

/** A smaller file, in characters, is compiled in no time. */
const WORTH_IT = 8_000;

/**
 * Of what draws, nearly every function is called before the graph stands: marked so, Chromium parses and compiles the
 * file beside the page instead of each function where it is first called (https://v8.dev/blog/explicit-compile-hints).
 * Of Cytoscape a large view needs but a small part, and what asks the question must not wait to be compiled whole.
 */
const compileAhead: Plugin = {
  name: 'compile-ahead',
  generateBundle: {
    // It has to be the first line.
    order: 'post',
    handler(_, bundle) {
      const files = filesOf(drawing, bundle);
      const asking = filesOf(['client/index.html'], bundle);
      for (const chunk of Object.values(bundle)) {
        const isMarked =
          chunk.type === 'chunk' &&
          files.has(chunk.fileName) &&
          !asking.has(chunk.fileName) &&
          !chunk.fileName.includes('cytoscape');
        if (isMarked && chunk.code.length > WORTH_IT)
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      }
    },
  },
};

/** Builds the explorer, the playground and the page of embedded views into dist/client, which the server serves. */
export default defineConfig({
  root: at('client'),
  plugins: [react(), fetchWhatDraws, compileAhead],
  define: {
    'import.meta.env.OVERSIGHT_VERSION': JSON.stringify(version),
    'import.meta.env.OVERSIGHT_PARTS': JSON.stringify(parts),
  },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    // Every browser that has light-dark() has this, too; see `cssTarget`.
    modulePreload: { polyfill: false },
    rollupOptions: {
      // Its parser does nothing by itself; so it goes where dates are parsed, and not before the graph appears.
      treeshake: { moduleSideEffects: (id) => !id.includes('/node_modules/edtf/') },
      input: {
        explorer: at('client/index.html'),
        embed: at('client/embed/index.html'),
        playground: at('client/playground/index.html'),
        // The stylesheet of the pages that the server writes; it finds the file by this name.
        page: at('client/pages/page.css'),
      },
    },
    // The first versions with light-dark(), which the tokens are written in; older targets would have it rewritten.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  worker: { format: 'es' },
});
