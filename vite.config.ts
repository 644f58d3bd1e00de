import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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

/** Builds the explorer, the playground and the page of embedded views into dist/client, which the server serves. */
export default defineConfig({
  root: at('client'),
  plugins: [react()],
  define: {
    'import.meta.env.OVERSIGHT_VERSION': JSON.stringify(version),
    'import.meta.env.OVERSIGHT_PARTS': JSON.stringify(parts),
  },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
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
