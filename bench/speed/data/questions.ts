import type { Archive } from '../../../src/archive/archive.ts';

/** Questions of one kind: the same command with other options each time. */
export interface Questions {
  readonly name: string;
  readonly command: string;
  readonly options: readonly Readonly<Record<string, string | number>>[];
  /** Only buttons ask this; it cannot be typed as a slash command. */
  readonly pressed?: true;
  /** The searched texts, one for each of `options`. */
  readonly searches?: readonly string[];
}

/** Different values for each kind. */
const VALUES = 200;

/** What people ask of this archive. */
export function questionsOf(archive: Archive): readonly Questions[] {
  const papers = spread([...archive.papers()]);
  const titles = papers.map(({ title }) => title.slice(0, 100));
  const names = spread([...new Set(papers.flatMap(({ authors }) => authors.names))]);
  const days = spread(archive.days());
  return [
    { name: '/help', command: 'help', options: [{}] },
    { name: '/today', command: 'today', options: [{}] },
    {
      name: '/today page 2',
      command: 'today',
      options: days.map((date) => ({ date, page: 2 })),
      pressed: true,
    },
    ...(['day', 'week', 'month', 'year', 'all'] as const).map((period) => ({
      name: `/top ${period}`,
      command: 'top',
      options: [{ period }],
    })),
    { name: '/paper by id', command: 'paper', options: papers.map(({ id }) => ({ paper: id })) },
    searching('/paper by title', 'paper', 'paper', titles),
    searching('/paper misspelt', 'paper', 'paper', titles.map(misspelt)),
    searching('/author by name', 'author', 'name', names),
    searching('/author misspelt', 'author', 'name', names.map(misspelt)),
  ];
}

function searching(name: string, command: string, option: string, searches: readonly string[]): Questions {
  return { name, command, options: searches.map((text) => ({ [option]: text })), searches };
}

/** Up to 200 values, evenly spread over a list. */
function spread<Value>(values: readonly Value[]): readonly Value[] {
  const step = Math.max(1, values.length / VALUES);
  return values
    .filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step))
    .slice(0, VALUES);
}

/** Leaves out the middle letter of the longest word. */
function misspelt(text: string): string {
  const longest = text.split(' ').reduce((best, word) => (word.length > best.length ? word : best), '');
  const middle = Math.floor(longest.length / 2);
  return text.replace(longest, () => longest.slice(0, middle) + longest.slice(middle + 1));
}
