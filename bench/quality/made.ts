import type { Paper, PaperId } from '../../src/archive/paper.ts';
import { fold } from '../../src/text/fold.ts';
import { Random } from '../../test/support/random.ts';
import { misspell } from './misspell.ts';
import type { Labelled } from './query.ts';

type Make = (paper: Paper, papers: readonly Paper[], random: Random) => Labelled | null;

/**
 * Queries made out of the papers themselves, the same in every run: parts of titles, with typing mistakes, names apart
 * and joined, phrases of summaries under other particles, compounds apart and joined, authors, ids.
 *
 * @param each how many of each kind
 */
export function makeQueries(papers: readonly Paper[], each: number, seed: number): readonly Labelled[] {
  return Object.entries(MAKERS).flatMap(([kind, make]) => {
    const random = new Random(seed + kind.length * 7919);
    const made: Labelled[] = [];
    for (let tries = 0; made.length < each && tries < each * 40; tries++) {
      const paper = random.pick(papers);
      const query = paper && make(paper, papers, random);
      if (query) made.push({ ...query, kind });
    }
    return made;
  });
}

const MAKERS: Readonly<Record<string, Make>> = {
  title_part: (paper, papers, random) => {
    const query = slice(wordsOf(paper.title), 3, 6, random);
    return only(query, papers, ({ title }) => ` ${wordsOf(title).join(' ')} `.includes(` ${query} `));
  },
  typo: (paper, papers, random) => {
    const query = slice(wordsOf(paper.title), 4, 7, random);
    const label = only(query, papers, ({ title }) => ` ${wordsOf(title).join(' ')} `.includes(` ${query} `));
    return label && { ...label, query: misspell(query, 1 + random.below(2), random) };
  },
  name: (paper, papers, random) => {
    const name = /^([^:]{3,24}):\s/.exec(paper.title)?.[1]?.trim();
    if (name === undefined || name.split(' ').length > 3 || !/[A-Z].*[A-Z]|-|\d/.test(name)) return null;
    const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}\p{Ll}+|\p{Ll}+|\p{N}+/gu) ?? [];
    const query = random.pick([parts.join(' '), parts.join(''), parts.join('-')])?.toLowerCase() ?? '';
    return only(query, papers, ({ title }) => letters(title.split(':')[0] ?? '') === letters(name));
  },
  ko_phrase: (paper, papers, random) => {
    const runs = (textOf(paper).match(/[가-힣]{2,}(?: [가-힣]{2,}){2,}/g) ?? []).map((run) => run.split(' '));
    const run = random.pick(runs);
    if (run === undefined) return null;
    const from = random.below(run.length - 2);
    const bare = run.slice(from, from + 3).map(bareOf);
    if (bare.some((word) => word.length < 2)) return null;
    const query = bare.map((word) => word + (random.pick(['', '', '을', '은', '의', '도']) ?? '')).join(' ');
    const pattern = new RegExp(bare.map((word) => `${word}[가-힣]{0,3}`).join(' '));
    return those(query, papers, (other) => pattern.test(textOf(other)), 6);
  },
  compound: (paper, papers, random) => {
    const pair = random.pick(textOf(paper).match(/[가-힣]{2,3} [가-힣]{2,3}(?=[을를은는이가의])/g) ?? []);
    if (pair === undefined) return null;
    const [first = '', second = ''] = pair.split(' ');
    if (bareOf(first) !== first || bareOf(second) !== second) return null;
    const both = papers.filter((other) => textOf(other).includes(pair)).length;
    if (both < 3) return null;
    const query = random.pick([first + second, `${pair}을`, `${first}${second}의`]) ?? '';
    const pattern = new RegExp(`${first} ?${second}`);
    return those(query, papers, (other) => pattern.test(textOf(other)), 80);
  },
  author: (paper, papers, random) => {
    const name = random.pick(paper.authors.names.filter((one) => /^\p{L}+ (?:\S+ )?\p{L}{3,}$/u.test(one)));
    if (name === undefined) return null;
    const words = name.split(' ');
    const turned = `${words.at(-1)} ${words.slice(0, -1).join(' ')}`;
    const initial = `${name[0]}. ${words.at(-1)}`;
    const ways = [
      fold(name),
      turned.toLowerCase(),
      misspell(name.toLowerCase(), 1, random),
      `papers by ${name}`,
    ];
    const query = random.pick([...ways, `${name}의 논문`, initial]) ?? name;
    const isTheirs = (one: string) =>
      query === initial
        ? one.startsWith(name[0] ?? '') && fold(one).endsWith(` ${fold(words.at(-1) ?? '')}`)
        : fold(one) === fold(name);
    return those(query, papers, ({ authors }) => authors.names.some(isTheirs), 100);
  },
  id: ({ id }, _, random) => ({
    query:
      random.pick([
        id,
        `arXiv:${id}v2`,
        `https://arxiv.org/pdf/${id}`,
        `${id} 요약해줘`,
        `<https://huggingface.co/papers/${id}>`,
      ]) ?? id,
    kind: '',
    relevant: [id],
  }),
};

function slice(words: readonly string[], least: number, most: number, random: Random): string {
  const length = least + random.below(most - least + 1);
  if (words.length < length) return '';
  const from = random.below(words.length - length + 1);
  return words.slice(from, from + length).join(' ');
}

function only(query: string, papers: readonly Paper[], isRight: (paper: Paper) => boolean): Labelled | null {
  return query === '' ? null : those(query, papers, isRight, 1);
}

function those(
  query: string,
  papers: readonly Paper[],
  isRight: (paper: Paper) => boolean,
  most: number,
): Labelled | null {
  const relevant: PaperId[] = papers.filter(isRight).map(({ id }) => id);
  return relevant.length > 0 && relevant.length <= most ? { query, kind: '', relevant } : null;
}

function wordsOf(title: string): readonly string[] {
  return fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function letters(text: string): string {
  return wordsOf(text).join('');
}

function bareOf(word: string): string {
  return word.replace(
    /(?:에서|으로|에게|까지|부터|들을|들이|들은|하는|하여|하고|합니다|했습니다|은|는|이|가|을|를|의|에|와|과|로|도)$/,
    '',
  );
}

const texts = new WeakMap<Paper, string>();

function textOf(paper: Paper): string {
  const held = texts.get(paper) ?? paper.sections.map(({ text }) => text).join('\n');
  texts.set(paper, held);
  return held;
}
