import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';

/** An archive in which each of these wrote one paper. */
function archiveOf(names: readonly string[]): Archive {
  const listings = names.map((name, at) => ({
    paperId: `2412.${String(at).padStart(5, '0')}`,
    title: `Paper ${at}`,
    votes: 1,
    authors: { names: [name], cut: false },
    media: null,
    sections: [],
  }));
  return Archive.of([{ date: '2024-12-06', listings }]);
}

const archive = archiveOf([
  'Yann LeCun',
  'Yoshua Bengio',
  'Christopher D. Manning',
  'Ilya Sutskever',
  'Jürgen Schmidhuber',
  'Andrej Karpathy',
  'Li Fei-Fei',
  'Hao Zhang',
  'Tri Dao',
  'Percy Liang',
  'Chelsea Finn',
  'Max Welling',
  'Liqun Yang',
  '김지훈',
]);

describe('a name typed in Hangul', () => {
  it.each([
    ['얀 르쿤', 'Yann LeCun'],
    ['얀르쿤', 'Yann LeCun'],
    ['요슈아 벤지오', 'Yoshua Bengio'],
    ['크리스토퍼 매닝', 'Christopher D. Manning'],
    ['일리야 서츠케버', 'Ilya Sutskever'],
    ['위르겐 슈미트후버', 'Jürgen Schmidhuber'],
    ['안드레이 카파시', 'Andrej Karpathy'],
    ['페이페이 리', 'Li Fei-Fei'],
    ['하오 장', 'Hao Zhang'],
    ['트리 다오', 'Tri Dao'],
    ['퍼시 리앙', 'Percy Liang'],
    ['첼시 핀', 'Chelsea Finn'],
    ['맥스 웰링', 'Max Welling'],
  ])('%s comes near %s, first of all', (typed, name) => {
    const found = archive.findAuthors(typed);
    expect(found.exact).toBeNull();
    expect(found.spellings).toEqual([]);
    expect(found.near[0]).toEqual({ name, papers: 1 });
  });

  it.each(['홍길동', '마이클 조던', '가', '', 'ㅋㅋㅋ', '가'.repeat(400)])(
    '%s comes near nobody',
    (typed) => {
      expect(archive.findAuthors(typed).near).toEqual([]);
    },
  );

  it('that somebody has is that one', () => {
    expect(archive.findAuthors('김지훈').exact).toEqual({ name: '김지훈', papers: 1 });
  });
});

it('a name of many readings is found among thousands that sound alike', () => {
  const many = Array.from({ length: 3000 }, (_, at) => `Ghechngex${'cghr'.repeat(at % 9)} Thorchgh${at}`);
  const found = archiveOf([...many, 'Sergey Levine']).findAuthors('세르게이 레빈');
  expect(found.near[0]?.name).toBe('Sergey Levine');
});
