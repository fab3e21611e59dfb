import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../../src/digest-format/read/parse.ts';
import { UserError } from '../../../../src/errors.ts';

const DAY = '## Daily Papers (2024-12-06)';
const paper = (id: string, title = `Paper ${id}`) => `### [${title}](https://arxiv.org/abs/${id})`;

function read(...lines: readonly string[]) {
  return parseDigest(lines.join('\n'));
}
function errorOf(markdown: string): UserError | null {
  try {
    parseDigest(markdown);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return null;
}
const places = (warnings: readonly { line: number; rule: string }[]) =>
  warnings.map(({ line, rule }) => [line, rule]);
const ids = ({ digest }: ReturnType<typeof parseDigest>) => digest.listings.map(({ paperId }) => paperId);

describe('the eras of the archive', () => {
  it('reads plain bullets, the form of 2023', () => {
    const { digest, warnings } = read(
      '## Daily Papers (2023-11-20)',
      '',
      paper('2311.10122'),
      '',
      '- 하나',
      '- 둘',
      paper('2311.10709'),
      '',
      '- 셋',
    );
    expect(warnings).toEqual([]);
    expect(digest).toEqual({
      date: '2023-11-20',
      listings: [
        {
          paperId: '2311.10122',
          title: 'Paper 2311.10122',
          votes: 'missing',
          authors: { names: [], cut: false },
          media: null,
          sections: [
            { heading: null, text: '하나' },
            { heading: null, text: '둘' },
          ],
        },
        expect.objectContaining({ paperId: '2311.10709', sections: [{ heading: null, text: '셋' }] }),
      ],
    });
  });

  it.each(['**', '***'])('reads headings between %s', (mark) => {
    const { digest, warnings } = read(
      DAY,
      '',
      paper('2412.04467', 'Title'),
      '',
      '![](https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.04467.png)',
      '',
      'Vote: 53',
      '',
      'Authors: A, B, C',
      '',
      `- ${mark}What's New${mark}: 새로운 *모델*입니다: \`x\` $y$`,
      `- ${mark}Technical Details${mark}: 세부`,
      '',
    );
    expect(warnings).toEqual([]);
    expect(digest.listings).toEqual([
      {
        paperId: '2412.04467',
        title: 'Title',
        votes: 53,
        authors: { names: ['A', 'B', 'C'], cut: false },
        media: {
          kind: 'image',
          url: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.04467.png',
        },
        sections: [
          { heading: "What's New", text: '새로운 *모델*입니다: `x` $y$' },
          { heading: 'Technical Details', text: '세부' },
        ],
      },
    ]);
  });

  it('reads a file with a byte order mark and Windows line ends, and counts its lines correctly', () => {
    const { digest, warnings } = parseDigest(
      `\uFEFF${DAY}\r\n\r\n${paper('2412.00001')}\r\n\r\nVote: many\r\n- a\r\n`,
    );
    expect(digest).toMatchObject({ date: '2024-12-06', listings: [{ sections: [{ text: 'a' }] }] });
    expect(warnings).toEqual([{ line: 5, rule: 'odd-votes', text: 'Vote: many' }]);
  });

  it('finds the headings of files that were joined with their byte order marks', () => {
    expect(
      ids(parseDigest(`\uFEFF${DAY}\n${paper('2412.00001')}\n\uFEFF${DAY}\n${paper('2412.00002')}`)),
    ).toEqual(['2412.00001', '2412.00002']);
  });
});

describe('the day of a digest', () => {
  it('joins two headings of one day into one digest', () => {
    const result = read(DAY, '', paper('2412.00001'), '', DAY, '', paper('2412.00002'));
    expect(ids(result)).toEqual(['2412.00001', '2412.00002']);
    expect(result.warnings).toEqual([]);
  });

  it('warns of the listings under a heading of another day, each with its source', () => {
    const result = read(
      DAY,
      paper('2412.00001'),
      '## Daily Papers (2024-12-07)',
      paper('2412.00002'),
      '- a',
      '',
      paper('2412.00003'),
    );
    expect(result.digest.date).toBe('2024-12-06');
    expect(ids(result)).toEqual(['2412.00001']);
    expect(result.warnings).toEqual([
      { line: 3, rule: 'heading-of-another-date', text: '## Daily Papers (2024-12-07)' },
      { line: 4, rule: 'another-date', text: `${paper('2412.00002')}\n- a` },
      { line: 7, rule: 'another-date', text: paper('2412.00003') },
    ]);
  });

  it('returns to the first day when its heading is repeated', () => {
    const result = read(DAY, '## Daily Papers (2024-12-07)', paper('2412.00001'), DAY, paper('2412.00002'));
    expect(ids(result)).toEqual(['2412.00002']);
  });

  it.each(['## Daily Papers', '## Daily Papers (2024-02-31)', '## Daily Papers (today)'])(
    'takes the day from the file name, with a warning, if the heading is %s',
    (heading) => {
      const { digest, warnings } = parseDigest(`${heading}\n${paper('2412.00001')}`, { date: '2024-12-09' });
      expect(digest).toMatchObject({ date: '2024-12-09', listings: [{ paperId: '2412.00001' }] });
      expect(warnings).toEqual([{ line: 1, rule: 'heading-without-date', text: heading }]);
    },
  );

  it('takes the day from the file name if there is no heading', () => {
    const { digest, warnings } = parseDigest(`\n${paper('2412.00001')}`, { date: '2024-12-09' });
    expect(digest.date).toBe('2024-12-09');
    expect(places(warnings)).toEqual([[1, 'heading-without-date']]);
  });

  it('prefers the heading to the file name', () => {
    expect(parseDigest(`${DAY}\n${paper('2412.00001')}`, { date: '2024-12-09' })).toMatchObject({
      digest: { date: '2024-12-06' },
      warnings: [],
    });
  });

  it('reads a date among other words, with a warning', () => {
    const { digest, warnings } = read('## Daily Papers (2024-12-06), late edition', paper('2412.00001'));
    expect(digest.date).toBe('2024-12-06');
    expect(places(warnings)).toEqual([[1, 'odd-heading']]);
  });

  it.each([
    ['# Notes\n\n## Daily Papers (2024-02-31)', { line: 3, found: '## Daily Papers (2024-02-31)' }],
    ['\n\n# Notes', { line: 3, found: '# Notes' }],
    ['', { line: 1, found: '' }],
  ])('fails without a date: %j', (markdown, values) => {
    expect(errorOf(markdown)).toMatchObject({ key: 'errors.digest.noDate', values });
  });
});

describe('a file that is not a digest', () => {
  it.each([
    ['a picture', `\x89PNG\r\n\x1a\n\0\0\0\rIHDR`],
    ['Korean in another encoding', `${DAY}\n- ${'\uFFFD'.repeat(50)}`],
  ])('refuses %s', (_what, markdown) => {
    expect(errorOf(markdown)).toMatchObject({ key: 'errors.digest.binary' });
  });

  it('names the line of the first unreadable character', () => {
    expect(errorOf(`${DAY}\r\n\r\na\0b`)).toMatchObject({ values: { line: 3 } });
  });

  it('tolerates a few replacement characters', () => {
    expect(read(DAY, paper('2412.00001'), '- 한국\uFFFD어').warnings).toEqual([]);
  });

  it('warns of a digest without listings', () => {
    expect(read('', DAY)).toEqual({
      digest: { date: '2024-12-06', listings: [] },
      warnings: [{ line: 2, rule: 'no-listings', text: '2024-12-06' }],
    });
  });

  it('warns of text that belongs to no listing', () => {
    const { warnings } = read('preface', '', DAY, '', 'a', '', 'b', '', paper('2412.00001'));
    expect(warnings).toEqual([
      { line: 1, rule: 'text-before-listings', text: 'preface' },
      { line: 5, rule: 'text-before-listings', text: 'a\n\nb' },
    ]);
  });
});

describe('the heading of a listing', () => {
  it.each([
    "I Could've Asked That: an [IDK] Token",
    'GPT-[n] and o-[n] Models',
    '[Re]thinking [it]',
    'A $2\\times$ `fast` *model*',
    'f](x) = [y](z)',
    'Backslash \\',
    '"Principal Components" & <b>HTML</b>',
    'Tabs\tand  spaces',
  ])('keeps the title verbatim: %s', (title) => {
    const { digest, warnings } = read(DAY, paper('2412.00001', title));
    expect(digest.listings).toMatchObject([{ title, paperId: '2412.00001' }]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['https://arxiv.org/abs/2412.04467', '2412.04467'],
    ['http://arxiv.org/abs/2412.04467v2', '2412.04467'],
    ['https://www.arxiv.org/pdf/2412.04467v1.pdf', '2412.04467'],
    ['https://arxiv.org/html/2412.04467v3', '2412.04467'],
    ['https://export.arxiv.org/abs/2412.04467', '2412.04467'],
    ['https://huggingface.co/papers/2412.04467', '2412.04467'],
    ['https://arxiv.org/abs/cs/0112017', 'cs/0112017'],
    ['https://arxiv.org/abs/math.GT/0309136v1', 'math/0309136'],
    ['https://arxiv.org/abs/0704.0001', '0704.0001'],
  ])('finds the paper of %s', (link, paperId) => {
    const { digest, warnings } = read(DAY, `### [Title](${link})`);
    expect(digest.listings).toMatchObject([{ paperId }]);
    expect(warnings).toEqual([]);
  });

  it('warns of a link to another site, with the listing’s source', () => {
    const { digest, warnings } = read(
      DAY,
      '',
      '### [Title](https://github.com/a/b)',
      '',
      '- a',
      '',
      paper('2412.00001'),
    );
    expect(digest.listings).toHaveLength(1);
    expect(warnings).toEqual([
      { line: 3, rule: 'unknown-link', text: '### [Title](https://github.com/a/b)\n\n- a' },
    ]);
  });

  it('warns of a listing without a link and of an unknown heading', () => {
    const { warnings } = read(DAY, '### Title', 'Vote: 3', '## Notes', 'b', paper('2412.00001'));
    expect(warnings).toEqual([
      { line: 2, rule: 'listing-without-link', text: '### Title\nVote: 3' },
      { line: 4, rule: 'unknown-heading', text: '## Notes\nb' },
    ]);
  });

  it('reads a listing with text around its link, or without space or title, with a warning', () => {
    const { digest, warnings } = read(
      DAY,
      `${paper('2412.00001')} 🔥`,
      '### 2. [Title](https://arxiv.org/abs/2412.00002)',
      '###[Title](https://arxiv.org/abs/2412.00003)',
      '### [](https://arxiv.org/abs/2412.00004)',
      `${paper('2412.00005')} ###`,
      `${paper('2412.00006', 'A [b](c)')} [code](https://github.com/a/b)`,
    );
    expect(digest.listings.map(({ title }) => title)).toEqual([
      'Paper 2412.00001',
      'Title',
      'Title',
      '2412.00004',
      'Paper 2412.00005',
      'A [b](c)',
    ]);
    expect(places(warnings)).toEqual([
      [2, 'text-around-link'],
      [3, 'text-around-link'],
      [5, 'no-title'],
      [7, 'text-around-link'],
    ]);
  });

  it('starts a listing even if the one before left Markdown open', () => {
    for (const open of ['```python', '<div>', '<!-- note', '$$', '- ```', '> ```', '<script>']) {
      const { digest, warnings } = read(
        DAY,
        paper('2412.00001'),
        '- a',
        '',
        open,
        paper('2412.00002'),
        '- b',
      );
      expect(digest.listings).toMatchObject([{}, { paperId: '2412.00002', sections: [{ text: 'b' }] }]);
      expect(warnings).toEqual([]);
    }
  });
});

describe('a paper that is listed twice in one file', () => {
  it('keeps the first listing and completes it', () => {
    const first = [paper('2412.00001', 'First'), 'Vote: -', '', '- a', ''];
    const second = [paper('2412.00001', 'Second'), '![](x.png)', 'Vote: 7', 'Authors: A', '- b'];
    const { digest, warnings } = read(DAY, ...first, ...second);
    expect(digest.listings).toEqual([
      {
        paperId: '2412.00001',
        title: 'First',
        votes: 7,
        authors: { names: ['A'], cut: false },
        media: { kind: 'image', url: 'x.png' },
        sections: [{ heading: null, text: 'a' }],
      },
    ]);
    expect(warnings).toEqual([{ line: 7, rule: 'listed-twice', text: second.join('\n') }]);
  });

  it('is recognized by its id, whatever the version and site', () => {
    const { digest } = read(
      DAY,
      paper('2412.00001v1'),
      DAY,
      '### [T](https://huggingface.co/papers/2412.00001)',
    );
    expect(digest.listings).toHaveLength(1);
  });
});

describe('control characters', () => {
  it('are dropped, except tab and line feed, with one warning for each listing', () => {
    const { digest, warnings } = read(
      DAY,
      paper('2412.00001'),
      '- a \framework',
      '- \beta \textit{c}\x7f',
      paper('2412.00002'),
      '- \x1b[31mred',
      paper('2412.00003'),
      '- literal \\u2062 and <EOS>',
    );
    expect(digest.listings.flatMap(({ sections }) => sections.map(({ text }) => text))).toEqual([
      'a ramework',
      'eta \textit{c}',
      '[31mred',
      'literal \\u2062 and <EOS>',
    ]);
    expect(warnings).toEqual([
      { line: 3, rule: 'control-characters', text: '- a ␌ramework' },
      { line: 6, rule: 'control-characters', text: '- ␛[31mred' },
    ]);
  });

  it('do not hide a heading', () => {
    expect(ids(read(DAY, `\b${paper('2412.00001')}`))).toEqual(['2412.00001']);
  });
});
