import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/messages/plain.ts';
import { render } from '../../../src/messages/render.ts';
import { pageOf, paperOf, rankedOf } from './samples.ts';

describe('a message on the terminal', () => {
  it('has a citation as it is copied, backslashes and all', () => {
    const authors = { names: ['Ada Lovelace'], cut: false, ordered: true } as const;
    const papers = [paperOf({ title: 'R&D of *snake_case*', authors })];
    const { messages } = render({ kind: 'citations', papers, format: 'bibtex', as: 'text' }, 'en');
    expect(plain(messages)).toContain('  title = {R\\&D of *snake\\_case*},');
    expect(plain(messages)).not.toContain('```');
  });

  it('is text, with commands to type in place of buttons', () => {
    const { messages } = render(
      {
        kind: 'digest',
        date: '2024-12-06',
        asked: '2024-12-06',
        today: '2024-12-06',
        votes: 53,
        counted: { first: '2024-12-06', last: '2024-12-06' },
        isFinal: true,
        page: pageOf([rankedOf(1, { title: 'A *new* [MASK] of snake_case' })], { pages: 2 }),
        again: { command: 'today', options: { date: '2024-12-06' } },
        earlier: null,
        later: null,
      },
      'en',
    );
    expect(plain(messages)).toBe(
      [
        'Daily Papers · 6 Dec 2024',
        '1 paper · ▲ 53 votes',
        '',
        '1. A *new* ［MASK］ of snake_case <https://arxiv.org/abs/2412.04468>',
        '▲ 53 · 5 authors',
        '',
        'Page 1 of 2',
        '',
        'Open a paper…',
        '  1. A *new* [MASK] of snake_case (▲ 53 · 5 authors) /paper paper:2412.04468',
        '[◀ Previous]',
        '[Next ▶] /today date:2024-12-06 page:2',
      ].join('\n'),
    );
  });

  it('shows fields, footers and links', () => {
    const { messages } = render({ kind: 'paper', paper: paperOf(), allAuthors: null, show: 'summary' }, 'ko');
    expect(plain(messages)).toContain(
      ['새로운 점', '  VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다. 셋째 문장입니다.'].join(
        '\n',
      ),
    );
    const card = render({ kind: 'paper', paper: paperOf(), allAuthors: null }, 'ko');
    expect(plain(card.messages)).toContain('[PDF] https://arxiv.org/pdf/2412.04467\n');
  });
});
