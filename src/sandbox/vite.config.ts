import { defineConfig } from 'vite';

/** How the page is built. Root and output folder are given on the command line, by build.ts. */
export default defineConfig({
  // Nothing of the machine it is built on: no .env file, no public folder beside the page's own.
  envDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    emptyOutDir: true,
    // One script: there is nothing to load ahead.
    modulePreload: false,
    // The build prints its own weights.
    reportCompressedSize: false,
  },
});
