import type { Markdown, MarkdownNode, Mentioned } from 'discord-sandbox/page/markdown/ast';
import { parseMarkdown, parseTitle } from 'discord-sandbox/page/markdown/parse';
import { textOf } from 'discord-sandbox/page/markdown/text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Language } from '../../../src/language.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, openTestApp } from '../../support/app.ts';
import { anyAnswer } from './arbitraries.ts';
import { readDiscord } from './discord-markdown.ts';

/** A short spelling of a tree: `bold(a) " b "`. */
function spell(nodes: Markdown): string {
  return nodes.map(spellOne).join(' ');
}

function spellOne(node: MarkdownNode): string {
  switch (node.kind) {
    case 'text':
      return JSON.stringify(node.text);
    case 'code':
      return `code(${node.text})`;
    case 'codeBlock':
      return `block:${node.language}(${node.text})`;
    case 'heading':
      return `h${node.level}(${spell(node.inside)})`;
    case 'list':
      return `list${node.start ?? ''}(${node.items.map(spell).join(' | ')})`;
    case 'link':
      return `link:${node.url}(${spell(node.inside)})`;
    case 'time':
      return `time(${node.unix} ${node.style})`;
    case 'mention':
      return `${node.of}(${node.name || node.id})`;
    case 'emoji':
      return `emoji(${node.name})`;
    default:
      return `${node.kind}(${spell(node.inside)})`;
  }
}

describe('formats within a line', () => {
  test.each([
    ['**a** b', 'bold("a") " b"'],
    ['*a*', 'italic("a")'],
    ['_a_', 'italic("a")'],
    ['__a__', 'underline("a")'],
    ['~~a~~', 'strike("a")'],
    ['||a **b**||', 'spoiler("a " bold("b"))'],
    ['***both***', 'italic(bold("both"))'],
    ['__*a*__', 'underline(italic("a"))'],
    ['`a **b**`', 'code(a **b**)'],
    ['`` a`b ``', 'code( a`b )'],
    ['`` `a` ``', 'code(`a`)'],
    ['**visual tokens)**은', 'bold("visual tokens)") "은"'],
    ['_기울임_은', 'italic("기울임") "은"'],
  ])('%s', (source, tree) => {
    expect(spell(parseMarkdown(source))).toBe(tree);
  });

  test.each(['5 * 3 * 2', 'snake_case_name', '**open', 'a * b *c', '||', '****', '~a~', '`', '2 ** 3'])(
    '%s is only text',
    (source) => {
      expect(parseMarkdown(source)).toEqual([{ kind: 'text', text: source }]);
    },
  );

  test('a backslash escapes every sign, and stays before letters', () => {
    expect(textOf(parseMarkdown('\\*a\\* \\_b \\\\ \\[c](d) \\n'), 'en', 0)).toBe('*a* _b \\ [c](d) \\n');
  });
});

describe('links', () => {
  test.each([
    ['[a](https://a.example/b)', 'link:https://a.example/b("a")'],
    ['[**a** b](https://a.example "title")', 'link:https://a.example/(bold("a") " b")'],
    ['[a](<https://a.example>)', 'link:https://a.example/("a")'],
    ['[a](https://a.example/b_(c))!', 'link:https://a.example/b_(c)("a") "!"'],
    ['https://a.example/x_y_z, b', 'link:https://a.example/x_y_z("https://a.example/x_y_z") ", b"'],
    ['(see https://a.example/b)', '"(see " link:https://a.example/b("https://a.example/b") ")"'],
    ['<https://a.example>', 'link:https://a.example/("https://a.example")'],
  ])('%s', (source, tree) => {
    expect(spell(parseMarkdown(source))).toBe(tree);
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,b)',
    '[a](//a.example)',
    'javascript:alert(1)',
    '[](https://)',
    'steam://run/1',
  ])('%s is no link', (source) => {
    expect(spell(parseMarkdown(source))).not.toContain('link');
    expect(textOf(parseMarkdown(source), 'en', 0)).toBe(source);
  });

  it('do not nest', () => {
    expect(spell(parseMarkdown('[a https://b.example](https://c.example)'))).toBe(
      'link:https://c.example/("a https://b.example")',
    );
  });

  it('and mentions do not work in titles, formats do', () => {
    expect(spell(parseTitle('**1.** [a](https://b.example) <@1> # c'))).toBe(
      'bold("1.") " [a](https://b.example) <@1> # c"',
    );
  });
});

test('mentions, times and emoji', () => {
  expect(spell(parseMarkdown('<@1> <@!2> <@&3> <#4> </top week:5> @everyone <id:browse> <a:wave:6>'))).toBe(
    'user(1) " " user(2) " " role(3) " " channel(4) " " command(top week) " " everyone(everyone) " " guide(browse) " " emoji(wave)',
  );
  expect(spell(parseMarkdown('<t:0> <t:-1:R> <t:1733526000:f> <t:1:x>'))).toBe(
    'time(0 f) " " time(-1 R) " " time(1733526000 f) " <t:1:x>"',
  );
});

describe('blocks', () => {
  test.each([
    ['# a\n## b\n### c\n#### d', 'h1("a") h2("b") h3("c") "#### d"'],
    ['a\n## **b** c\nd', '"a\\n" h2(bold("b") " c") "d"'],
    ['#a', '"#a"'],
    ['a # b', '"a # b"'],
    ['-# small\nb', 'small("small") "b"'],
    ['> a\n> **b**\nc', 'quote("a\\n" bold("b")) "c"'],
    ['>>> a\nb', 'quote("a\\nb")'],
    ['>a', '">a"'],
    ['> > a', 'quote("> a")'],
    ['> ## a', 'quote(h2("a"))'],
    ['- a\n- b\nc', 'list("a" | "b") "c"'],
    ['* a\n  * b\n    * c\n* d', 'list("a" list("b" list("c")) | "d")'],
    ['3. a\n4. b', 'list3("a" | "b")'],
    ['- a\n1. b', 'list("a") list1("b")'],
    ['- a\n  more', 'list("a\\nmore")'],
    ['```ts\nconst a = **1**;\n```\nb', 'block:ts(const a = **1**;) "b"'],
    ['a ```b``` c', '"a " block:(b) " c"'],
    ['a\n\nb', '"a\\n\\nb"'],
  ])('%j', (source, tree) => {
    expect(spell(parseMarkdown(source))).toBe(tree);
  });
});

/** Where lines break is up to blocks: every blank counts the same. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the page shows of a text; times, mentions and code as they were written, as the other reader has them. */
function seen(nodes: Markdown): string {
  return plain(textOf(asWritten(nodes), 'en', 0));
}

const SIGNS: Readonly<Partial<Record<Mentioned, string>>> = { user: '@', role: '@&', channel: '#' };

function asWritten(nodes: Markdown): Markdown {
  return nodes.map((node) => {
    if (node.kind === 'time') return { kind: 'text', text: `<t:${node.unix}:${node.style}>` };
    if (node.kind === 'code') return { kind: 'text', text: `\`${node.text}\`` };
    if (node.kind === 'mention' && node.of in SIGNS)
      return { kind: 'text', text: `<${SIGNS[node.of]}${node.id}>` };
    return 'inside' in node ? { ...node, inside: asWritten(node.inside) } : node;
  });
}

function expectSameReading(answer: Answer, locale: Language): void {
  for (const { content, embeds } of render(answer, locale).messages) {
    expect(seen(parseMarkdown(content))).toBe(plain(readDiscord(content).text));
    for (const { title = '', description = '', fields = [] } of embeds) {
      // Nothing begins at the start of a title as it does at the start of a line.
      expect(`a${seen(parseTitle(title))}`).toBe(plain(readDiscord(`a${title.trim()}`).text));
      for (const text of [description, ...fields.map(({ value }) => value)]) {
        expect(seen(parseMarkdown(text))).toBe(plain(readDiscord(text).text));
      }
    }
  }
}

describe('the page reads the bot’s messages as they were meant', () => {
  test('for the seeds', async () => {
    const app = await openTestApp();
    const lines = [
      '/today',
      '/top all',
      '/help',
      '/author name:Song Han',
      '/author name:Kim',
      '/paper vision',
    ];
    const cards = [...app.archive.papers()].map(({ id }) => `/paper ${id}`);
    for (const line of [...lines, ...cards]) {
      const answer = await ask(app, line);
      expectSameReading(answer, 'en');
      expectSameReading(answer, 'ko');
    }
  });

  test.each(Object.keys(anyAnswer) as (keyof typeof anyAnswer)[])('for any %s', (kind) => {
    fc.assert(
      fc.property(anyAnswer[kind], fc.constantFrom('en' as const, 'ko' as const), expectSameReading),
      { numRuns: 150 },
    );
  });
});

describe('any typed text', () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '~',
    '|',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '\\',
    '#',
    '-',
    ' ',
    '\n',
    'a',
    '1.',
    '가',
    '@everyone',
    'https://a.b/',
    '<t:1:R>',
    '<@1>',
    '```',
  );
  const typed = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  test('is read with bounded depth, and keeps every letter', () => {
    fc.assert(
      fc.property(typed, (source) => {
        const letters = (text: string) => text.replace(/[^가]/g, '').length;
        expect(letters(textOf(parseMarkdown(source), 'en', 0))).toBe(letters(source));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['*', '_', '**', '||', '[', '`', '<', '> ', '- ', '[a]('])(
    'costs less than a second of CPU time: 4,000 characters of %j',
    (piece) => {
      const started = process.cpuUsage();
      parseMarkdown(piece.repeat(4000 / piece.length));
      const { user, system } = process.cpuUsage(started);
      expect(user + system).toBeLessThan(1_000_000);
    },
  );
});
