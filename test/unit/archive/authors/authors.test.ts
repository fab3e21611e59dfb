import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthorIndex } from '../../../../src/archive/authors/authors.ts';
import { editDistance } from '../../../../src/text/distance.ts';

/** @param authors names with the number of their papers */
function indexOf(authors: Readonly<Record<string, number>>): AuthorIndex {
  const index = new AuthorIndex();
  for (const [name, papers] of Object.entries(authors)) {
    for (let paper = 0; paper < papers; paper++) index.add(`2412.${name}${paper}`, [name]);
  }
  return index;
}

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

describe('a name being typed', () => {
  const index = indexOf({
    'Song Han': 9,
    'Han Song': 2,
    'Hanna Hajishirzi': 8,
    'Min-Joon Seo': 1,
    'Minjoon Seo': 5,
    'Léon Bottou': 3,
    "Brendan O'Connor": 1,
  });

  it.each([
    ['', ['Song Han', 'Hanna Hajishirzi', 'Minjoon Seo']],
    ['han', ['Hanna Hajishirzi', 'Han Song', 'Song Han']],
    ['han so', ['Han Song', 'Song Han']],
    ['SONG HAN', ['Song Han', 'Han Song']],
    ['haj', ['Hanna Hajishirzi']],
    ['leon', ['Léon Bottou']],
    ['seo minj', ['Minjoon Seo', 'Min-Joon Seo']],
    ['min joon s', ['Min-Joon Seo', 'Minjoon Seo']],
    ['oconn', ["Brendan O'Connor"]],
    ['zzz', []],
  ])('%j suggests %j', (typed, expected) => {
    expect(names(index.suggest(typed, 3))).toEqual(expected);
  });

  it('stops the search at the limit', () => {
    expect(index.suggest('s', 2)).toHaveLength(2);
    expect(index.suggest('s', 0)).toEqual([]);
  });
});

describe('a name', () => {
  const index = indexOf({
    'Song Han': 9,
    'Li Dong': 7,
    'Dong Li': 4,
    'Min-Joon Seo': 1,
    'Minjoon Seo': 5,
    'Łukasz Kaiser': 3,
    'Hao Nan': 2,
    'Haon An': 1,
    'Jianfeng Gao': 30,
    'Aaron van den Oord': 2,
    '+': 1,
  });

  it('in exactly this spelling is found', () => {
    expect(index.find(' Li Dong ').exact).toEqual({ name: 'Li Dong', papers: 7 });
    expect(index.find('li dong').exact).toBeNull();
  });

  it.each([
    ['min joon seo', ['Minjoon Seo', 'Min-Joon Seo']],
    ['Minjoon Seo', ['Min-Joon Seo']],
    ['lukasz kaiser', ['Łukasz Kaiser']],
    ['Hao Nan', []],
    ['AARON VAN DEN OORD', ['Aaron van den Oord']],
  ])('%j has the other spellings %j', (typed, expected) => {
    expect(names(index.find(typed).spellings)).toEqual(expected);
  });

  it.each([
    ['Li Dong', ['Dong Li']],
    ['Han Song', ['Song Han']],
    ['Seo, Min-Joon', ['Minjoon Seo', 'Min-Joon Seo']],
    ['van den Oord Aaron', ['Aaron van den Oord']],
    ['Oord Aaron den van', ['Aaron van den Oord']],
  ])('%j has its words swapped in %j, which is never merged', (typed, expected) => {
    const found = index.find(typed);
    expect(names(found.swapped)).toEqual(expected);
    expect(names(found.spellings)).not.toContain(expected[0]);
  });

  it.each([
    ['Gao', ['Jianfeng Gao']],
    ['S. Han', ['Song Han']],
    ['seo', ['Minjoon Seo', 'Min-Joon Seo']],
    ['J Gao', ['Jianfeng Gao']],
    ['Ga', []],
  ])('%j is part of %j', (typed, expected) => {
    expect(names(index.find(typed).partial)).toEqual(expected);
  });

  it.each([
    ['Snog Han', ['Song Han']],
    ['Jianfeg Goa', ['Jianfeng Gao']],
    ['Lukas Kaiser', ['Łukasz Kaiser']],
    ['Gao', []],
    ['송환', ['Song Han']],
    // Of Hangul and digits, or of more than eight words, nobody's name is.
    ['송환3', []],
    ['송 환 송 환 송 환 송 환 송', []],
  ])('%j is near %j', (typed, expected) => {
    expect(names(index.find(typed).near)).toEqual(expected);
  });

  it.each([
    ['서민준', ['Minjoon Seo', 'Min-Joon Seo']],
    ['민준', []],
    ['송한', ['Song Han']],
    ['이미지', []],
  ])('%j may be %j in Latin letters', (typed, expected) => {
    expect(names(index.find(typed).latin)).toEqual(expected);
  });

  it('of signs only is found in its exact spelling and finds nothing else', () => {
    expect(index.find('+')).toEqual({
      exact: { name: '+', papers: 1 },
      spellings: [],
      swapped: [],
      partial: [],
      latin: [],
      near: [],
    });
    expect(index.find('   ').exact).toBeNull();
  });
});

describe('for any names', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc
      .array(fc.string({ unit: fc.constantFrom(...'abcdeł-é한'), minLength: 1, maxLength: 6 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((words) => words.join(' ')),
  );

  it('every author is found by their own name, in only one list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 30 }), (all) => {
        const index = new AuthorIndex();
        all.forEach((author, at) => {
          index.add(`2412.${at}`, [author]);
        });
        for (const author of all) {
          // What is typed is read on one line, with single spaces.
          if (author.replace(/\s+/g, ' ').trim() !== author) continue;
          const { exact, ...lists } = index.find(author);
          expect(exact).toEqual({ name: author, papers: 1 });
          const found = Object.values(lists).flatMap(names);
          expect(found).not.toContain(author);
          expect(new Set(found).size).toBe(found.length);
        }
      }),
    );
  });

  it('a name with a typing mistake is near', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 6, maxLength: 14 });
    const mistake = fc.record({ at: fc.nat(13), kind: fc.constantFrom('drop', 'swap', 'double') });
    fc.assert(
      fc.property(letters, mistake, fc.array(letters, { maxLength: 20 }), (author, { at, kind }, others) => {
        const place = at % (author.length - 1);
        const [head, one, two, tail] = [
          author.slice(0, place),
          author[place],
          author[place + 1],
          author.slice(place + 2),
        ];
        const typed =
          head + (kind === 'drop' ? two : kind === 'swap' ? `${two}${one}` : `${one}${one}${two}`) + tail;
        const index = new AuthorIndex();
        index.add('1', [...new Set([author, ...others])]);
        const { exact, spellings, near } = index.find(typed);
        expect([exact?.name, ...names(spellings), ...names(near)]).toContain(author);
      }),
    );
  });
});

describe('edit distance', () => {
  it.each([
    ['song', 'song', 0],
    ['song', 'snog', 1],
    ['song', 'sng', 1],
    ['song', 'songs', 1],
    ['kitten', 'sitting', Number.POSITIVE_INFINITY],
    ['', 'ab', 2],
  ])('from %j to %j within 2 is %d', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });
});
