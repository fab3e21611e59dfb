import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../../src/digest-format/read/blocks.ts';

const LINES = [
  ...['- a', '* b', '+ c', '1. d', '2. e', '2) f', '07. g', '- ', '- - h', '1. 1. i', '- > j', '- ```', '-'],
  ...['  - k', '    l', '\tm', '   n', ' - o', '  1. p', '      q', '   2. r'],
  ...[
    'text',
    'more',
    '',
    '',
    '> quote',
    '```',
    '~~~',
    '<div>',
    '<!--',
    '-->',
    '</div>',
    '---',
    '- - -',
    '* * *',
  ],
  ...['===', '[x]: y', '[x]: y "z', '# head', '|a|b|', '|-|-|', '- [ ] s', '  ', '\t- t', '1.\tu'],
];

/** Where the blocks and items of a text begin when the parser reads it as a whole. */
function wholly(lines: readonly string[]) {
  const extensions = [{ disable: { null: ['definition'] } }];
  const { children } = unified()
    .use(remarkParse)
    .data('micromarkExtensions', extensions)
    .parse(lines.join('\n'));
  return children.flatMap((node) =>
    (node.type === 'list' ? node.children : [node]).map(({ position }) => ({
      type: node.type,
      line: position?.start.line,
      column: (position?.start.column ?? 0) - 1,
    })),
  );
}

describe('blocks', () => {
  test('are the same however many lines the parser gets at a time', () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 60, maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(lines, (written) => {
        const found = blocksOf(written).map(({ node, line, column }) => ({ type: node.type, line, column }));
        expect(found).toEqual(wholly(written));
      }),
      { numRuns: 150 },
    );
  });

  test('include every line from the first block on', () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(lines, (written) => {
        const [first, ...others] = blocksOf(written);
        const sources = [first, ...others].map((block) => block?.source ?? '').join('');
        const [begun = '', ...rest] = written.slice((first?.line ?? 0) - 1);
        const strip = (text: string) => text.replace(/[ \t]+/g, '');
        if (first !== undefined) expect(strip(sources)).toBe(strip([begun, ...rest].join('\n')));
      }),
      { numRuns: 300 },
    );
  });
});
