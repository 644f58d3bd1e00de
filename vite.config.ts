import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the explorer and the playground into dist/client, which the server serves. */
export default defineConfig({
  root: at('client'),
  plugins: [react()],
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    rollupOptions: {
      input: {
        explorer: at('client/index.html'),
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
