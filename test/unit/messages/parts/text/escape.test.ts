import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clean,
  cleanLines,
  escapeLabel,
  escapeLines,
  escapeText,
} from '../../../../../src/messages/parts/text/escape.ts';
import { anyText } from '../../arbitraries.ts';
import { readDiscord } from '../../discord-markdown.ts';

describe('escaped text', () => {
  it('shows as itself and is only text, whatever it is', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(readDiscord(escapeText(text))).toEqual({ text: clean(text), marks: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('shows as itself over several lines', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(readDiscord(escapeLines(text))).toEqual({ text: cleanLines(text), marks: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('stays in the label of a link, so that only our address is linked', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        fc.pre(clean(text) !== '');
        const { text: shown, marks } = readDiscord(
          `[${escapeLabel(text)}](https://arxiv.org/abs/2412.04467)`,
        );
        expect(marks).toEqual(['masked https://arxiv.org/abs/2412.04467']);
        expect(shown).toBe(clean(text).replaceAll('[', '［').replaceAll(']', '］'));
      }),
      { numRuns: 3000 },
    );
  });

  it('cannot lengthen an earlier link of ours', () => {
    const entry = `[Title](https://arxiv.org/abs/2412.04467)\n${escapeText('A](https://evil.example), B')}`;
    expect(readDiscord(entry)).toEqual({
      text: 'Title\nA](https://evil.example), B',
      marks: ['masked https://arxiv.org/abs/2412.04467'],
    });
  });

  it.each([
    ['an [IDK] Token', 'an \\[IDK\\] Token'],
    ['snake_case and `code`', 'snake\\_case and \\`code\\`'],
    ['@everyone <@1>', '\\@everyone \\<\\@1>'],
    ['see https://evil.example', 'see https\\://evil.example'],
    ['discord.gg/abc', 'discord\\.gg/abc'],
    ['LLaVA: Large Language', 'LLaVA: Large Language'],
    ['[a](b)', '\\[a\\]\\(b)'],
    [':smile: 10:30', '\\:smile: 10\\:30'],
    ['# A heading', '\\# A heading'],
    ['1. A list', '1\\. A list'],
    ['3.5 times $\\times$ 2', '3\\.5 times $\\\\times$ 2'],
    ['F# and C++ - a > b', 'F# and C++ - a > b'],
  ])('%s', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});

describe('clean text', () => {
  it('has no invisible characters, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const cleaned = clean(text);
        expect(cleaned).not.toMatch(
          /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD\u3164\u2800]/u,
        );
        expect(cleaned.isWellFormed()).toBe(true);
        expect(clean(cleaned)).toBe(cleaned);
        expect(cleaned).toBe(cleaned.trim());
      }),
    );
  });

  it.each([
    ['zero\u200Bwidth\u202E bidi\u0000', 'zerowidth bidi'],
    ['two\nlines\r\n\tand a tab', 'two lines and a tab'],
    ['👩‍👩‍👧‍👦 👩🏽‍🚀 ❤️‍🔥', '👩‍👩‍👧‍👦 👩🏽‍🚀 ❤️‍🔥'],
    ['a\u200Db', 'ab'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['ㅤ\u2800', ''],
  ])('%j', (text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  it('keeps line breaks where they are wanted, with at most one empty line in a row', () => {
    expect(cleanLines('a \r\n b\n\n\n\nc\td')).toBe('a\nb\n\nc d');
  });
});
