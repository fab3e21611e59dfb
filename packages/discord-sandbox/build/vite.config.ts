import { defineConfig, type Plugin } from 'vite';

/**
 * Preloads in index.html the scripts that the first script always imports, so that the browser loads them at the same time.
 * Scripts for one language or on demand are not preloaded.
 */
const ahead: Plugin = {
  name: 'ahead',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.values(bundle)
      .filter((file) => file.type === 'chunk' && !file.isEntry && file.name === 'page')
      .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${fileName}` } })),
};

/** Empties Vite's wrapper around `import()`, which would load styles too; all of the page's styles are in index.html. */
const plainImport: Plugin = {
  name: 'plain-import',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** The configuration of the page's build. build.ts passes the root and the output folder on the command line. */
export default defineConfig({
  // Take nothing from the machine: no .env file and no public folder.
  envDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [ahead, plainImport],
  build: {
    target: 'es2023',
    emptyOutDir: true,
    modulePreload: false,
    // The build prints its own weights.
    reportCompressedSize: false,
    rolldownOptions: {
      output: { generatedCode: { symbols: false } },
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
    },
  },
});
