import type { Paper } from '../../src/archive/paper.ts';
import { Titles } from '../../src/archive/titles/title-search.ts';
import { fold } from '../../src/text/fold.ts';
import { Random } from '../../test/support/random.ts';
import { misspell } from './misspell.ts';

/** One way in which people type a title. */
interface Way {
  readonly name: string;
  typed(title: string, random: Random): string | null;
}

const WAYS: readonly Way[] = [
  { name: 'first 12 letters', typed: (title) => fold(title).slice(0, 12) },
  {
    name: 'cut out of the middle',
    typed: (title, random) => {
      const from = title.indexOf(' ', random.below(Math.max(1, title.length - 24))) + 1;
      return title.length < 40 || from === 0
        ? null
        : fold(title)
            .slice(from, from + 18)
            .trim();
    },
  },
  { name: 'whole, mistyped', typed: (title, random) => misspell(fold(title), 2, random) },
  { name: 'first half, mistyped', typed: (title, random) => misspell(half(fold(title)), 1, random) },
];

/** How well and how fast titles are found while they are typed. @param each how many titles are typed in each way */
export function measureTitles(papers: readonly Paper[], each: number): void {
  const before = settledHeap();
  const cpu = process.cpuUsage();
  const titles = new Titles(papers);
  titles.having('all', 1);
  const made = process.cpuUsage(cpu).user / 1000;
  const grown = (settledHeap() - before) / 2 ** 20;
  console.log(`${papers.length} titles: made in ${made.toFixed(0)} ms of CPU, +${grown.toFixed(1)} MB`);
  // The first hundred calls compile what the others run.
  for (const { title } of papers.slice(0, 100)) titles.find(misspell(fold(title), 2, new Random(1)), 25);
  for (const { name, typed } of WAYS) {
    const random = new Random(11);
    const times: number[] = [];
    let [asked, first, five] = [0, 0, 0];
    for (let tries = 0; tries < each * 3 && asked < each; tries++) {
      const paper = random.pick(papers);
      const text = paper === undefined ? null : typed(paper.title, random);
      if (paper === undefined || text === null || text === '') continue;
      const began = process.cpuUsage();
      const found = titles.find(text, 25);
      times.push(process.cpuUsage(began).user / 1000);
      // Papers of one title, or of one beginning, are equally right.
      const place = found.findIndex(
        (id) => id === paper.id || fold(titleOf(papers, id)).startsWith(fold(paper.title)),
      );
      asked += 1;
      if (place === 0) first += 1;
      if (place >= 0 && place < 5) five += 1;
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    console.log(
      `${name.padEnd(24)} R@1 ${((100 * first) / asked).toFixed(0)} R@5 ${((100 * five) / asked).toFixed(0)}  p50 ${at(0.5)} p99 ${at(0.99)} ms of CPU`,
    );
  }
}

const held = new WeakMap<readonly Paper[], Map<string, string>>();

function titleOf(papers: readonly Paper[], id: string): string {
  const all = held.get(papers) ?? new Map(papers.map((paper) => [paper.id, paper.title]));
  held.set(papers, all);
  return all.get(id) ?? '';
}

function half(title: string): string {
  const words = title.split(' ');
  return words.slice(0, Math.ceil(words.length / 2)).join(' ');
}

function settledHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
