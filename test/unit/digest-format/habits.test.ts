import { describe, expect, it } from 'vitest';
import type { Digest, Section } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { writeDigest } from '../../../src/digest-format/write.ts';
import { BODY_LINE, readBody } from '../../support/listing-text.ts';

const POINT = { heading: "What's New", text: 'text' };

describe('votes, as people write them', () => {
  it.each([
    '- Vote: 5',
    '* Vote: 5',
    '+ Vote: 5',
    '• Vote: 5',
    '1. Vote: 5',
    '- [x] Vote: 5',
    '> Vote: 5',
    'Upvotes: 5',
    '- Upvotes: 5',
    'upvote: 5',
    'Up-votes: 5',
    'Number of votes: 5',
    'VOTES: 5',
    '**Vote**: 5',
    '**Vote:** 5',
    '**Vote: 5**',
    '*Votes*: 5',
    '__Votes__: 5',
    '- **Votes**: 5',
    '- ***Votes***: **5**',
    '`Votes`: 5',
    'Vote：5',
    'Vote： ５',
    'Vote = 5',
    'Votes - 5',
    'Votes – 5',
    'Votes 5',
    'Votes: 5 votes',
    '5 votes',
    '- 5 upvotes',
    '👍 5',
    '👍 Votes: 5',
    '▲ 5',
    '추천: 5',
    '추천수: 5',
    '추천 수： 5',
    '- 추천: 5개',
    '**추천**: 5',
    '추천 5',
    '득표: 5표',
    '투표 수: 5',
    '5표',
    '좋아요: 5',
  ])('are read from %j', (line) => {
    for (const lines of [
      [line, '', "- ***What's New***: text"],
      ['Authors: Ann Lee', line, '', "- ***What's New***: text"],
      ["- ***What's New***: text", '', line],
    ]) {
      const { listing, warnings } = readBody(...lines);
      expect({ votes: listing.votes, sections: listing.sections, warnings }).toEqual({
        votes: 5,
        sections: [POINT],
        warnings: [],
      });
    }
  });

  it.each([
    '- Vote: five',
    '- Vote: 5 or 6',
    'Votes: 1.2k',
    'Votes: ~50',
    'Votes: 50+',
    'Votes: n/a',
    'Upvotes: many',
    '추천: 다섯',
    '추천수는 53',
    '득표 약 50',
    'Votes (2024-12-06): 53',
    'Upvoted by 53 people',
    'This paper got 53 upvotes.',
    '| Votes | 53 |',
    '- Vote:',
    'Votes: 5 | Authors: Ann Lee',
    '<b>Votes:</b> 53',
  ])('are unknown, with a warning, in %j', (line) => {
    const { listing, warnings } = readBody('![](a.png)', line, '', "- ***What's New***: text");
    expect(listing.votes).toBe('missing');
    expect(warnings).toEqual([{ line: BODY_LINE + 1, rule: 'odd-votes', text: line }]);
  });

  it('come from the plain line, with a warning if another line differs', () => {
    expect(readBody('Vote: 5', '- Upvotes: 5', '', '- a')).toMatchObject({
      listing: { votes: 5 },
      warnings: [],
    });
    const { listing, warnings } = readBody('Vote: 5', '', '- Upvotes: 6', '- a');
    expect(listing).toMatchObject({ votes: 5, sections: [{ text: 'Upvotes: 6' }, { text: 'a' }] });
    expect(warnings).toEqual([{ line: BODY_LINE + 2, rule: 'said-twice', text: '- Upvotes: 6' }]);
  });

  it('are not read from a summary', () => {
    const text =
      '- 투표: 여러 모델이 투표하여 답을 고르는 방법으로 정확도를 높였으며 5개의 표본만으로도 충분합니다. '
        .repeat(2)
        .trim();
    const { listing } = readBody('Vote: 7', 'Authors: A', '', text, '- 5 votes of 7', '  - Votes: 5');
    expect(listing).toMatchObject({
      votes: 7,
      sections: [{ text: text.slice(2) }, { text: '5 votes of 7\n- Votes: 5' }],
    });
  });
});

describe('authors, as people write them', () => {
  it.each([
    'Authors: Ann Lee and Bo Kim',
    'Authors: Ann Lee & Bo Kim',
    'Authors: Ann Lee; Bo Kim',
    'Authors: Ann Lee；Bo Kim',
    'Authors: Ann Lee，Bo Kim',
    'Authors: Ann Lee、Bo Kim',
    'Authors: Ann Lee / Bo Kim',
    'Authors: Ann Lee | Bo Kim',
    'Authors: Ann Lee · Bo Kim',
    'Authors: Ann Lee, and Bo Kim',
    'Authors: Ann Lee, & Bo Kim',
    'Authors: Ann Lee 그리고 Bo Kim',
    'Authors: Ann Lee 및 Bo Kim',
    'Authors: **Ann Lee**, _Bo Kim_',
    'Authors: [Ann Lee](https://a.example), [Bo Kim](https://b.example)',
    'Author: Ann Lee, Bo Kim',
    'Author(s): Ann Lee, Bo Kim',
    'AUTHORS： Ann Lee, Bo Kim',
    '- Authors: Ann Lee, Bo Kim',
    '* Authors: Ann Lee, Bo Kim',
    '**Authors**: Ann Lee, Bo Kim',
    '**Authors:** Ann Lee, Bo Kim',
    '**Authors: Ann Lee, Bo Kim**',
    '- **Authors**: Ann Lee and Bo Kim',
    'By: Ann Lee and Bo Kim',
    'Written by: Ann Lee, Bo Kim',
    '✍️ Authors: Ann Lee, Bo Kim',
    '저자: Ann Lee, Bo Kim',
    '저자： Ann Lee 그리고 Bo Kim',
    '- 저자: Ann Lee, Bo Kim',
    '**저자**: Ann Lee; Bo Kim',
    '지은이: Ann Lee, Bo Kim',
    "Authors = ['Ann Lee', 'Bo Kim']",
  ])('are read from %j', (line) => {
    for (const lines of [
      [line, '', "- ***What's New***: text"],
      ['Vote: 5', line, '', "- ***What's New***: text"],
      ["- ***What's New***: text", '', line],
    ]) {
      const { listing, warnings } = readBody(...lines);
      expect({ authors: listing.authors, sections: listing.sections, warnings }).toEqual({
        authors: { names: ['Ann Lee', 'Bo Kim'], cut: false },
        sections: [POINT],
        warnings: [],
      });
    }
  });

  it.each([
    ['Authors: Ann Lee, Bo Kim, Cy Park and Di Choi', ['Ann Lee', 'Bo Kim', 'Cy Park', 'Di Choi'], false],
    ['Authors: Ann Lee and Bo Kim and Cy Park', ['Ann Lee', 'Bo Kim', 'Cy Park'], false],
    ['Authors: Ann Lee et al.', ['Ann Lee'], true],
    ['Authors: Ann Lee, Bo Kim, et al', ['Ann Lee', 'Bo Kim'], true],
    ['Authors: Ann Lee, Bo Kim and others', ['Ann Lee', 'Bo Kim'], true],
    ['Authors: Ann Lee, Bo Kim and 12 others', ['Ann Lee', 'Bo Kim'], true],
    ['Authors: Ann Lee, Bo Kim, …', ['Ann Lee', 'Bo Kim'], true],
    ['Authors: Ann Lee, Bo Kim...', ['Ann Lee', 'Bo Kim'], true],
    ['저자: 김철수, 이영희 외 3명', ['김철수', '이영희'], true],
    ['저자: 김철수 외', ['김철수'], true],
    ['저자: 김철수, 이영희 등', ['김철수', '이영희'], true],
    ['Authors: Ferdinand & Anders Andersson', ['Ferdinand', 'Anders Andersson'], false],
    ['Authors: AT&T Labs', ['AT&T Labs'], false],
    ['Authors: Sammy Davis Jr., 01. AI', ['Sammy Davis Jr.', '01. AI'], false],
  ])('are read from %j as %j', (line, names, cut) => {
    const { listing, warnings } = readBody(line, '', '- a');
    expect({ authors: listing.authors, warnings }).toEqual({ authors: { names, cut }, warnings: [] });
  });

  it.each([
    'Authors: Department of Science and Technology',
    'Authors: Lee, Ann and Kim, Bo',
    'Authors: Lee, Ann; Kim, Bo',
    'Authors: Ann Lee¹, Bo Kim²',
    'Authors: Ann Lee1, Bo Kim2',
    'Authors: Ann Lee*, Bo Kim†',
    'Authors: Ann Lee (KAIST), Bo Kim',
    'Authors: Ann Lee <ann@a.example>',
    'Authors: @ann, @bo',
    'Authors: Ann Lee and',
    'Authors: Ann Lee, Bo Kim | Votes: 5',
    'Authors: unknown',
    'Authors: -',
    'Authors: n/a',
    '저자: 김철수와 이영희',
    '- 저자: 없음',
    '- Authors:',
    '| Authors | Ann Lee, Bo Kim |',
    '저자는 김철수, 이영희',
    'By Ann Lee, Bo Kim',
  ])('give a warning with the line in %j', (line) => {
    const { warnings } = readBody('Vote: 5', line, '', "- ***What's New***: text");
    expect(warnings).toEqual([{ line: BODY_LINE + 1, rule: 'odd-authors', text: line }]);
  });

  it('give a warning if they continue on the next line', () => {
    const { listing, warnings } = readBody('Vote: 5', 'Authors: Ann Lee,', 'Bo Kim', '', '- a');
    expect(listing.authors.names).toEqual(['Ann Lee']);
    expect(warnings).toEqual([{ line: BODY_LINE + 2, rule: 'odd-authors', text: 'Bo Kim' }]);
  });

  it('give a warning if they are a list under their label', () => {
    const { listing, warnings } = readBody('Authors:', '- Ann Lee', '- Bo Kim', '', '- a');
    expect(listing.authors.names).toEqual([]);
    expect(warnings).toEqual([{ line: BODY_LINE, rule: 'odd-authors', text: 'Authors:' }]);
  });
});

describe('a listing whose facts are points', () => {
  it('is read with facts in any order, and with its points', () => {
    const lines = [
      '- Published: 2024-12-05',
      '- Upvotes: 5',
      '- Authors: Ann Lee and Bo Kim',
      '- Summary: text',
    ];
    const { listing, warnings } = readBody(...lines);
    expect(listing).toMatchObject({
      votes: 5,
      authors: { names: ['Ann Lee', 'Bo Kim'] },
      sections: [{ text: 'Published: 2024-12-05' }, { text: 'Summary: text' }],
    });
    expect(warnings).toEqual([]);
  });

  it('is read with facts that follow a point without a blank line', () => {
    const { listing, warnings } = readBody('- point', 'Vote: 5', 'Authors: Ann Lee', '- another');
    expect(listing).toMatchObject({
      votes: 5,
      authors: { names: ['Ann Lee'] },
      sections: [{ text: 'point' }, { text: 'another' }],
    });
    expect(warnings).toEqual([]);
  });
});

describe('the date of a digest, as people write it', () => {
  const PAPER = '### [T](https://arxiv.org/abs/2412.04467)\n\nVote: 5\n\n- a\n';
  const DAY = '2024-12-06';

  it.each([
    '## Daily Papers (2024-12-06)',
    '# Daily Papers (2024-12-06)',
    '#### Daily Papers (2024-12-06)',
    '## Daily Papers - 2024-12-06',
    '## Daily Papers: 2024-12-06',
    '## Daily Papers 2024-12-06 (Fri)',
    '## Daily Papers (2024-12-06, Friday)',
    '## Daily Papers (2024/12/06)',
    '## Daily Papers (2024.12.06)',
    '## Daily Papers (2024. 12. 6.)',
    '## Daily Papers (2024-12-6)',
    '## Daily Papers (20241206)',
    '## Daily Papers (December 6, 2024)',
    '## Daily Papers (Dec 6th, 2024)',
    '## Daily Papers (6 December 2024)',
    '## Daily Papers (2024년 12월 6일)',
    '## Daily Papers (2024년 12월 6일 금요일)',
    '## 2024-12-06 Daily Papers',
    '## Hugging Face Daily Papers (2024-12-06)',
    '## Daily Paper (2024-12-06)',
    '## 데일리 페이퍼 (2024-12-06)',
    '## 오늘의 논문 2024년 12월 6일',
    '# 2024-12-06',
    '## 2024년 12월 6일',
  ])('is read from %j', (heading) => {
    const { digest, warnings } = parseDigest(`${heading}\n\n${PAPER}`);
    expect({ date: digest.date, papers: digest.listings.length, warnings }).toEqual({
      date: DAY,
      papers: 1,
      warnings: [],
    });
  });

  it.each([
    '## Daily Papers (06/12/2024)',
    '## Daily Papers (2024-13-06)',
    '## Daily Papers of Friday',
    '## 데일리 페이퍼',
  ])('comes from the file name, with a warning, for %j', (heading) => {
    const { digest, warnings } = parseDigest(`${heading}\n\n${PAPER}`, { date: DAY });
    expect(digest).toMatchObject({ date: DAY, listings: [{ votes: 5 }] });
    expect(warnings).toEqual([{ line: 1, rule: 'heading-without-date', text: heading }]);
  });
});

describe('papers, as people list them', () => {
  const two = (first: string, second: string) =>
    parseDigest(
      `## Daily Papers (2024-12-06)\n\n${first}\n\nVote: 5\n\n- a\n\n${second}\n\nVote: 7\n\n- b\n`,
    );
  const A = '[A](https://arxiv.org/abs/2412.00001)';
  const B = '[B](https://arxiv.org/abs/2412.00002)';

  it.each(['#', '##', '###', '####', '#####', '######'])(
    'are read from headings of any level: %s',
    (level) => {
      const { digest, warnings } = two(`${level} ${A}`, `${level} ${B}`);
      expect(digest.listings.map(({ title, votes }) => [title, votes])).toEqual([
        ['A', 5],
        ['B', 7],
      ]);
      expect(warnings).toEqual([]);
      expect(two(`### ${A}`, `${level} ${B}`).digest).toEqual(digest);
    },
  );

  it.each([
    (link: string) => link,
    (link: string) => `**${link}**`,
    (link: string) => `- ${link}`,
    (link: string) => `2. ${link}`,
    (link: string) => `${link}\n---`,
  ])('give a warning without a heading: %#', (written) => {
    const { digest, warnings } = two(`### ${A}`, written(B));
    expect(digest.listings).toMatchObject([{ title: 'A', votes: 5 }]);
    expect(warnings).toContainEqual({ line: 9, rule: 'listing-in-text', text: written(B).split('\n')[0] });
  });
});

describe('text in a summary that looks like votes or authors', () => {
  it.each<Section>([
    { heading: null, text: 'Vote: 5' },
    { heading: null, text: '5 votes' },
    { heading: null, text: '추천: 5\nmore' },
    { heading: 'Votes', text: '5' },
    { heading: 'Authors', text: 'Ann Lee' },
    { heading: '저자', text: '- Ann Lee\n- Bo Kim' },
    { heading: 'Votes', text: '' },
  ])('is written and read back unchanged: %j', (section) => {
    const digest: Digest = {
      date: '2024-12-06',
      listings: [
        {
          paperId: '2412.04467',
          title: 'T',
          votes: 'missing',
          authors: { names: [], cut: false },
          media: null,
          sections: [section, POINT, section],
        },
      ],
    };
    expect(parseDigest(writeDigest(digest)).digest).toEqual(digest);
  });
});
