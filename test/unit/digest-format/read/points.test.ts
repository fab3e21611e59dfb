import { describe, expect, it } from 'vitest';
import type { Section } from '../../../../src/archive/paper.ts';
import { BODY_LINE, readBody } from '../../../support/listing-text.ts';

function sections(...lines: readonly string[]): readonly Section[] {
  const { listing, warnings } = readBody(...lines);
  expect(warnings).toEqual([]);
  return listing.sections;
}

describe('the heading of a point', () => {
  it.each([
    ["- ***What's New***: text", "What's New"],
    ["- **What's New**: text", "What's New"],
    ["- **What's New:** text", "What's New"],
    ["- **What's New:**: text", "What's New"],
    ['- ***What’s New*** : text', 'What’s New'],
    ['- ***Technical Details*: text', 'Technical Details'],
    ['- *Technical Details***: text', 'Technical Details'],
    ['- ***Technical Details: text', 'Technical Details'],
    ['- **고찰**：text', '고찰'],
    ['- ***Step 1: Data***: text', 'Step 1: Data'],
    ["- ***What's New***:\n  text", "What's New"],
    ["- ***What's New***\n  text", "What's New"],
    ["- ***What's New***:    text", "What's New"],
    ["* ***What's New***: text", "What's New"],
    ["1. ***What's New***: text", "What's New"],
    ["***What's New***: text", "What's New"],
  ])('is found in %j', (point, heading) => {
    expect(sections(...point.split('\n'))).toEqual([{ heading, text: 'text' }]);
  });

  it.each([
    '**SketchVideo** is a model',
    '**Note: this** is text',
    '*a* and *b*: text',
    '****: text',
    "What's New: text",
    '**',
    '* a',
  ])('is not found in %j', (text) => {
    expect(sections(`- ${text}`)).toEqual([{ heading: null, text }]);
  });

  it('may be any words, in any order, and alone on its line', () => {
    const lines = [
      '- **Limitations**: a',
      "- **What's New**:",
      '- **고찰**: c',
      '- d',
      '- **Limitations**: e',
    ];
    expect(sections(...lines)).toEqual([
      { heading: 'Limitations', text: 'a' },
      { heading: "What's New", text: '' },
      { heading: '고찰', text: 'c' },
      { heading: null, text: 'd' },
      { heading: 'Limitations', text: 'e' },
    ]);
  });
});

describe('the text of a point', () => {
  it('is kept verbatim', () => {
    const text = '*a* `b` $c_1$ \\* &amp; <b>d</b> [e](f) https://g ~~h~~ | i  j\\';
    expect(sections(`- **A**: ${text}`)).toEqual([{ heading: 'A', text }]);
  });

  it('keeps a list within it, moved to the left', () => {
    expect(sections('- 네 가지 특징:', '  - (1) 하나', '    - 더', '  - (2) 둘', '- 끝')).toEqual([
      { heading: null, text: '네 가지 특징:\n- (1) 하나\n  - 더\n- (2) 둘' },
      { heading: null, text: '끝' },
    ]);
  });

  it.each([
    ['right below it', ['1) 하나', '2) 둘'], '순서:\n1) 하나\n2) 둘'],
    ['indented', ['  1) 하나', '  2) 둘'], '순서:\n1) 하나\n2) 둘'],
    ['with a blank line between', ['', '1. 하나', '', '2. 둘'], '순서:\n\n1. 하나\n\n2. 둘'],
    ['in the middle of counting', ['2. 둘', '3. 셋'], '순서:\n2. 둘\n3. 셋'],
  ])('keeps a numbered list: %s', (_where, list, text) => {
    expect(sections('- ***A***: 순서:', ...list, '', '- ***B***: 끝')).toEqual([
      { heading: 'A', text },
      { heading: 'B', text: '끝' },
    ]);
  });

  it('continues in lines without a bullet and in indented paragraphs', () => {
    expect(sections('- ***A***: a', '본 연구는', '  indented', '', '  second paragraph', '- b')).toEqual([
      { heading: 'A', text: 'a\n본 연구는\nindented\n\nsecond paragraph' },
      { heading: null, text: 'b' },
    ]);
  });

  it('ends before a separate paragraph, which is a point without a heading', () => {
    expect(sections('- ***A***: a', '', 'by itself', 'two lines', '', 'another')).toEqual([
      { heading: 'A', text: 'a' },
      { heading: null, text: 'by itself\ntwo lines' },
      { heading: null, text: 'another' },
    ]);
  });

  it.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['code', '```python\nprint("a")\n\n# - b\n```'],
    ['code that is never closed', '~~~\n- a\n\n- b'],
    ['a quote', '> a\n> - b'],
    ['HTML', '<details>\n<summary>a</summary>\n</details>'],
    ['a comment', '<!-- a\n\n- b -->'],
    ['a definition', '[a]: https://example.org'],
    ['numbers', '1. a\n2. b\n   - c'],
  ])('may be only %s, kept verbatim', (_what, block) => {
    expect(sections(...block.split('\n'))).toEqual([{ heading: null, text: block }]);
  });

  it.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['code', '```python\nprint("a")\n\n# - b\n```'],
    ['a quote', '> a\n> - b'],
    ['HTML', '<details>\n<summary>a</summary>\n</details>'],
    ['a heading', '### [a](https://arxiv.org/abs/2412.00001)\n## Daily Papers (2024-12-07)'],
  ])('may contain %s, kept verbatim', (_what, block) => {
    const under = block.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
    expect(sections('- ***A***:', ...under, '- b')).toEqual([
      { heading: 'A', text: block },
      { heading: null, text: 'b' },
    ]);
  });

  it('is moved to the left by columns, not characters', () => {
    expect(sections('-\ta', '\tb', '\t\tc')).toEqual([{ heading: null, text: 'a\nb\n\tc' }]);
    expect(sections('- a', '\tb')).toEqual([{ heading: null, text: 'a\n  b' }]);
  });

  it('may end anywhere', () => {
    expect(sections("- ***What's New***: a", '- ***Techn')).toEqual([
      { heading: "What's New", text: 'a' },
      { heading: null, text: '***Techn' },
    ]);
  });

  it('may be missing', () => {
    expect(sections('Vote: 3', '', 'Authors: A', '', '-', '')).toEqual([]);
  });
});

describe('data in place of text', () => {
  it.each([
    ["[{'description': 'a'}, {'description': \"b's\"}]", "- a\n- b's"],
    ["['a', 'b']", '- a\n- b'],
    ["{'Speed': 'a', 'Size': 'b'}", '- Speed: a\n- Size: b'],
    ["[{'Finding 1': 'a', 'Finding 2': 'b'}]", '- Finding 1: a\n- Finding 2: b'],
    [
      "[{'title': 'Speed', 'description': 'a'}, {'title': 'Size', 'description': 'b'}]",
      '- Speed: a\n- Size: b',
    ],
    ["{'Data': ['a', 'b'], 'Size': 7, 'Open': True}", '- Data:\n  - a\n  - b\n- Size: 7\n- Open: True'],
    ['[{"description": "a\\nb \\"c\\""}]', '- a\n  b "c"'],
    ["[{'description': ''}, {'description': 'a'}]", '- a'],
  ])('becomes lines: %s', (literal, text) => {
    expect(sections(`- **A**: ${literal}`)).toEqual([{ heading: 'A', text }]);
    expect(sections(`- ${literal}`)).toEqual([{ heading: null, text }]);
  });

  it.each([
    "[{'description': 'a'}, {'descr",
    "['a'] is a list",
    "{'a': 1, 'a': 2}",
    '[{}]',
    '["a" "b"]',
    `${'[['.repeat(30)}'a'`,
  ])('is kept, with a warning, if it cannot be read: %s', (literal) => {
    expect(readBody('- b', `- **A**: ${literal}`)).toMatchObject({
      listing: { sections: [{}, { heading: 'A', text: literal }] },
      warnings: [{ line: BODY_LINE + 1, rule: 'odd-literal', text: `- **A**: ${literal}` }],
    });
  });

  it.each(['[IDK] is a token', '{x} is a set', '[]', "(['a'])"])('is not suspected in %s', (text) => {
    expect(sections(`- **A**: ${text}`)).toEqual([{ heading: 'A', text }]);
  });
});

describe('lines that do not belong in a summary', () => {
  it.each([['#### Details'], ['# Details'], ['Details\n---'], ['Details\n=====']])(
    'keeps the heading %j as a point, with a warning',
    (heading) => {
      expect(readBody('- a', '', ...heading.split('\n'), '', '- b')).toMatchObject({
        listing: { sections: [{ text: 'a' }, { heading: null, text: heading }, { text: 'b' }] },
        warnings: [{ line: BODY_LINE + 2, rule: 'stray-heading', text: heading }],
      });
    },
  );

  it('drops a thematic break, with a warning', () => {
    expect(readBody('- a', '', '---', '', '- b')).toMatchObject({
      listing: { sections: [{ text: 'a' }, { text: 'b' }] },
      warnings: [{ line: BODY_LINE + 2, rule: 'separator', text: '---' }],
    });
  });

  it('drops a summary that is nested too deeply, with a warning, instead of reading it for minutes', () => {
    const lines = Array.from({ length: 3000 }, (_, depth) => `${'  '.repeat(depth)}- a`);
    expect(readBody(...lines)).toMatchObject({
      listing: { sections: [] },
      warnings: [{ line: BODY_LINE, rule: 'too-deep', text: lines.join('\n') }],
    });
  });
});
