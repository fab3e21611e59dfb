import { defineConfig, type Plugin } from 'vite';

/**
 * Names in index.html what the first script asks for in any case, so that the browser loads it at the same time.
 * What is asked for by language or need stays out.
 */
const ahead: Plugin = {
  name: 'ahead',
  transformIndexHtml: (_html, { bundle = {} }) =>
    Object.values(bundle)
      .filter((file) => file.type === 'chunk' && !file.isEntry && file.name === 'page')
      .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', href: `/${fileName}` } })),
};

/** Vite's own goes before each `import()`, to load styles with it. The page's styles are all in index.html. */
const plainImport: Plugin = {
  name: 'plain-import',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** How the page is built. Root and output folder are given on the command line, by build.ts. */
export default defineConfig({
  // Nothing of the machine it is built on: no .env file, no public folder beside the page's own.
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
