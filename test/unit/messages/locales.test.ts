import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/errors.ts';
import { languageOfTag } from '../../../src/language.ts';
import { hasText, localized, say, sayPlain } from '../../../src/messages/locale.ts';
import { en } from '../../../src/messages/locales/en/index.ts';
import { ko } from '../../../src/messages/locales/ko/index.ts';
import { clean } from '../../../src/messages/parts/text/escape.ts';
import { anyText } from './arbitraries.ts';
import { readDiscord } from './discord-markdown.ts';

function flatten(texts: object, path: string[] = []): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[[...path, key].join('.'), value]];
    return typeof value === 'object' && value !== null ? flatten(value, [...path, key]) : [];
  });
}

const english = new Map(flatten(en));
const korean = new Map(flatten(ko));

/** The names of the values that a text takes. */
const valuesIn = (text = ''): string[] => [
  ...new Set(Array.from(text.matchAll(/\{\{(\w+)/g), (match) => match[1] ?? '')),
];

const LOCALES = ['en', 'ko'] as const;

describe('texts', () => {
  it('have the same keys in both languages, except for singular forms', () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...korean.keys()].sort()).toEqual(wanted.sort());
  });

  it('take the same values in both languages', () => {
    const different = [...korean].filter(
      ([key, text]) => valuesIn(text).sort().join() !== valuesIn(english.get(key)).sort().join(),
    );
    expect(different).toEqual([]);
  });

  it('are never empty and leave no placeholder unfilled', () => {
    for (const [key, text] of [...english, ...korean]) {
      expect(text.trim(), key).not.toBe('');
      const values = Object.fromEntries(valuesIn(text).map((name) => [name, name === 'count' ? 2 : '7']));
      for (const locale of LOCALES) {
        const name = key.replace(/_(?:one|other)$/, '');
        if (!hasText(name)) throw new Error(`${name} has no text in one of the languages`);
        expect(say({ key: name, values }, locale), key).not.toMatch(/\{\{|\}\}/);
        expect(sayPlain({ key: name, values }, locale), key).not.toMatch(/\{\{|\}\}|\*\*/);
      }
    }
  });

  it('exist for every key in the code', () => {
    const files = ['src', 'commands'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    );
    const keys = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/(?:UserError\(|\bkey: )'([a-z]\w*(?:\.\w+)+)'/g),
      ])
      .map((match) => match[1] ?? '');
    expect(keys.filter((key) => !hasText(key))).toEqual([]);
    expect(keys.length).toBeGreaterThan(10);
  });

  it('fit into the registration of commands', () => {
    for (const [key, text] of [...english, ...korean]) {
      if (!key.startsWith('commands.')) continue;
      if (key.endsWith('.description')) expect(text.length, key).toBeLessThanOrEqual(100);
      if (key.endsWith('.name')) expect(text, key).toMatch(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
    }
  });
});

describe('say', () => {
  it('escapes the values, whatever they are', () => {
    fc.assert(
      fc.property(anyText(400), fc.constantFrom(...LOCALES), (query, locale) => {
        const { text, marks } = readDiscord(say({ key: 'choice.nothing', values: { query } }, locale));
        expect(marks).toEqual([]);
        expect(text).toContain(`“${clean(query)}”`);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not escape values without Markdown, and removes our own Markdown', () => {
    expect(sayPlain({ key: 'choice.nothing', values: { query: '*a*' } }, 'en')).toBe(
      'Nothing matches “*a*”.',
    );
    expect(sayPlain({ key: 'errors.top.none' }, 'en')).toBe(
      'No papers in this period. Try a longer one, such as month or all.',
    );
  });

  it('uses the plural forms of each language', () => {
    const papers = (count: number) =>
      LOCALES.map((locale) => say({ key: 'suggest.papers', values: { count } }, locale));
    expect(papers(1)).toEqual(['1 paper', '논문 1편']);
    expect(papers(3)).toEqual(['3 papers', '논문 3편']);
    expect(papers(5487)).toEqual(['5,487 papers', '논문 5,487편']);
  });

  it('writes dates in the language', () => {
    const text: Text = { key: 'errors.today.before', values: { date: '2020-01-01', first: '2023-11-20' } };
    expect(say(text, 'en')).toBe(
      'No digest for 1 Jan 2020. The archive starts on 20 Nov 2023; pick a later date.',
    );
    expect(say(text, 'ko')).toBe(
      '2020년 1월 1일 데일리 페이퍼는 없어요. 자료는 2023년 11월 20일부터 있으니 그 뒤의 날짜를 골라 주세요.',
    );
  });

  it('shows a missing value as nothing, not as a placeholder', () => {
    expect(say({ key: 'choice.nothing' }, 'en')).toBe('Nothing matches “”.');
    expect(say({ key: 'digest.title' }, 'en')).toBe('Daily Papers · ');
  });

  it('shows a key that does not exist as itself', () => {
    // @ts-expect-error no text has this key
    expect(say({ key: 'errors.unheard.of' }, 'en')).toBe('errors.unheard.of');
  });
});

describe('lookups', () => {
  it('know which texts exist, and plural forms by their common key', () => {
    expect(['papers.count', 'errors.top.none', 'warnings.odd-votes'].map(hasText)).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['papers', 'errors.top', 'errors.top.none.more', '', 'toString', '__proto__'].filter(hasText),
    ).toEqual([]);
  });

  it('read Discord locales', () => {
    expect(['ko', 'en-GB', 'ja', undefined].map(languageOfTag)).toEqual(['ko', 'en', 'en', 'en']);
    expect(localized('commands.today.name')).toEqual({ en: 'today', ko: '오늘' });
  });
});
