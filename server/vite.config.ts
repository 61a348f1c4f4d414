import { defineConfig } from 'vite';

/**
 * Bundles the server for Node 20: our own sources (TypeScript, JSON) into `dist/server`, packages left in
 * node_modules. Five entries: the command line, the workers that open and that write records from tablets, the one that
 * segments large studies, and the one that counts and clusters for whoever asks.
 */
export default defineConfig({
  root: import.meta.dirname,
  ssr: { external: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: '../dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        waymark: 'server/cli/main.ts',
        'intake-worker': 'server/intake-worker.ts',
        'intake-writer': 'server/intake-writer.ts',
        'study-data-worker': 'server/study-data-worker.ts',
        'kernel-worker': 'server/parallel/kernel-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
