import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/archive/paper.ts';
import { citationOf } from '../../../src/citations/citation.ts';
import { keysOf } from '../../../src/citations/keys.ts';
import { writeCitations } from '../../../src/citations/write.ts';
import { lettersOf, type ParsedEntry, parseBibtex, parseRis } from '../../support/citations.ts';
import { Random } from '../../support/random.ts';
import { paperOf } from '../messages/samples.ts';

function ordered(names: readonly string[], parts: Partial<Paper> = {}): Paper {
  return paperOf({ authors: { names, cut: false, ordered: true }, ...parts });
}

function keyOf(title: string, names: readonly string[], id = '2601.00001'): string | undefined {
  return keysOf([citationOf(ordered(names, { id, title }))]).get(id);
}

describe('a key', () => {
  test.each([
    ['VibeWorlding: Agents in the Loop', ['Xi Ning', 'Ada Lovelace'], 'ning2026vibeworlding'],
    ['Towards a Theory of Everything', ['Łukasz Kaiser'], 'kaiser2026theory'],
    ['The $\\pi_0$ Policy', ['Aydın Özgür'], 'ozgur2026pi0'],
    ['Show-o: One Transformer', ['OpenAI'], 'openai2026showo'],
    ['On the Road', ['김민수'], 'gim2026road'],
    ['"Quoted" Words', ['Yann van der Berg'], 'vanderberg2026quoted'],
    ['Attention', ['John Smith Jr.'], 'smith2026attention'],
    ['Attention', ['李明'], 'arxiv2026attention'],
    ['論文', ['Minh Nguyễn'], 'nguyen2026260100001'],
  ])('of “%s” by %j is %s', (title, names, key) => {
    expect(keyOf(title, names)).toBe(key);
  });

  test('has the year of the arXiv id, also of one in the old form', () => {
    expect(keyOf('Logic', ['A B'], 'cs/9912017')).toBe('b1999logic');
    expect(keyOf('Logic', ['A B'], 'math.GT/0309136')).toBe('b2003logic');
  });

  test('that several papers share gets letters by their ids, in whatever order they come', () => {
    const papers = ['2601.00003', '2601.00001', '2601.00002'].map((id) =>
      citationOf(ordered(['Xi Ning'], { id, title: 'Vibes' })),
    );
    const keys = keysOf(papers);
    expect(keys.get('2601.00001')).toBe('ning2026vibesa');
    expect(keys.get('2601.00003')).toBe('ning2026vibesc');
    expect(keysOf(papers.toReversed())).toEqual(keys);
  });
});

describe('an entry', () => {
  test('has the fields of arXiv’s own', () => {
    const paper = ordered(['Senqiao Yang', 'Yukang Chen'], { title: 'VisionZip: 50% Longer & Better' });
    expect(writeCitations([paper], 'bibtex')).toBe(
      [
        '@misc{yang2024visionzip,',
        '  title = {{VisionZip}: 50\\% Longer \\& Better},',
        '  author = {Yang, Senqiao and Chen, Yukang},',
        '  year = {2024},',
        '  month = dec,',
        '  eprint = {2412.04467},',
        '  archivePrefix = {arXiv},',
        '  doi = {10.48550/arXiv.2412.04467},',
        '  url = {https://arxiv.org/abs/2412.04467}',
        '}',
        '',
      ].join('\n'),
    );
    expect(writeCitations([paper], 'ris').split('\r\n')).toContain('AU  - Yang, Senqiao');
    expect(writeCitations([paper], 'markdown')).toBe(
      '- [VisionZip: 50% Longer \\& Better](https://arxiv.org/abs/2412.04467). Senqiao Yang, Yukang Chen. arXiv:2412.04467, 2024-12.\n',
    );
  });

  test('names nobody where the order of authors is unknown, and says so', () => {
    const paper = paperOf();
    for (const format of ['bibtex', 'ris', 'markdown'] as const) {
      const text = writeCitations([paper], format);
      expect(text).toContain('Author order unknown');
      expect(text).not.toContain('Senqiao');
    }
    expect(writeCitations([paper], 'bibtex')).toMatch(/^@misc\{arxiv2024visionzip,/);
  });

  test('names nobody where Hugging Face hides an author: the first may be missing', () => {
    const details = {
      abstract: null,
      keywords: [],
      aiSummary: null,
      organization: null,
      code: null,
      project: null,
      hiddenAuthors: 1,
    };
    const text = writeCitations([ordered(['Ada Lovelace'], { details })], 'bibtex');
    expect(text).not.toContain('Lovelace');
    expect(text).toContain('note = {Authors incompletely known}');
  });

  test('keeps formulas, and takes a lone dollar for one of money', () => {
    const text = writeCitations([ordered(['A B'], { title: 'From $5 to $10: $\\alpha_{t}$ {x' })], 'bibtex');
    expect(text).toContain('title = {From \\$5 to \\$10: $\\alpha_{t}$ \\textbraceleft{}x}');
  });

  test('cannot end a code block of Discord', () => {
    const text = writeCitations([ordered(['A ``` B'], { title: 'C ``` D' })], 'bibtex');
    expect(text).not.toContain('`');
  });
});

/** Pieces of names and titles that mean something to TeX, RIS or Markdown. */
const GIVEN = [
  'Ada',
  'Min-ji',
  'J. K.',
  'Özgür',
  'Nguyễn',
  'Łukasz',
  'D’Arcy',
  "O'Neil",
  'Van',
  'Å.',
  'Ţudor',
];
const FAMILIES = [
  'Lovelace',
  'Kim',
  'van der Berg',
  'de la Cruz',
  'Ning',
  'Müller',
  'Šimić',
  'And',
  'Others',
];
const SINGLES = ['OpenAI', 'DeepSeek-AI', '김민수', '李明', 'AT&T', 'Team_42', '100% Research'];
const WORDS = [
  ...[
    'VisionZip:',
    'LLMs',
    'a',
    'the',
    '$\\times$',
    '$k$-NN',
    '50%',
    'R&D',
    '#1',
    'x_1',
    '{',
    '}',
    '~',
    '^',
    '\\',
    '"q"',
  ],
  ...[
    '@misc{',
    ',',
    'and',
    '強化学習',
    '한국어',
    'naïve',
    'α-Net',
    '$',
    '<b>',
    '`',
    'C++',
    'TY  - X',
    '—',
    '||',
  ],
]; // prettier-ignore

/** Papers of every kind of name and title, the same ones each time. */
function madePapers(count: number): readonly Paper[] {
  const random = new Random(15);
  const one = (list: readonly string[]) => random.pick(list) ?? '';
  const name = () =>
    random.next() < 0.15
      ? one(SINGLES)
      : `${one(GIVEN)} ${one(FAMILIES)}${random.next() < 0.05 ? ' Jr.' : ''}`;
  return Array.from({ length: count }, (_, place) => {
    const names = [...new Set(Array.from({ length: random.between(1, 12) }, name))];
    const title = Array.from({ length: random.between(1, 9) }, () => one(WORDS)).join(' ');
    const isKnown = random.next() < 0.8;
    return paperOf({
      id: `2${random.below(7)}0${1 + (place % 9)}.${10_000 + place}`,
      title,
      authors: { names, cut: false, ...(isKnown && { ordered: true }) },
    });
  });
}

describe('500 papers with all that names and titles may have', () => {
  const papers = madePapers(500);
  const wanted = papers.map(({ id, authors }) => ({
    id,
    authors: authors.ordered ? authors.names.map(lettersOf) : null,
    note: authors.ordered ? null : 'Author order unknown',
    year: 2000 + Number(id.slice(0, 2)),
  }));
  const told = ({ id, authors, note, year }: ParsedEntry) => ({ id, authors, note, year });

  test('are read by a parser of BibTeX, each with its authors in order or none', () => {
    const entries = parseBibtex(writeCitations(papers, 'bibtex'));
    expect(entries.map(told)).toEqual(wanted);
    const keys = entries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(500);
    expect(keys.filter((key) => !/^[a-z][a-z0-9]+$/.test(key ?? ''))).toEqual([]);
  });

  test('are read by a parser of RIS, each with its authors in order or none', () => {
    expect(parseRis(writeCitations(papers, 'ris')).map(told)).toEqual(wanted);
  });

  test('keep their titles, letter by letter', () => {
    const plain = papers.filter(({ title }) => !/[$`]/.test(title));
    const titles = plain.map(({ title }) => lettersOf(title));
    const read = (entries: readonly { title: string }[]) =>
      entries.map(({ title }) => lettersOf(title.replace(/<[^>]*>/g, '').replaceAll('&lt;b&gt;', 'b')));
    expect(parseRis(writeCitations(plain, 'ris')).map(({ title }) => lettersOf(title))).toEqual(titles);
    expect(
      read(
        parseBibtex(
          writeCitations(
            plain.filter(({ title }) => !title.includes('<')),
            'bibtex',
          ),
        ),
      ),
    ).toEqual(plain.filter(({ title }) => !title.includes('<')).map(({ title }) => lettersOf(title)));
  });
});
