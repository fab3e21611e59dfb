import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/archive/paper.ts';
import { trendsIn } from '../../../src/trends/counts.ts';
import { drawChart } from '../../../src/trends/picture/chart.ts';
import { TrendDrawer } from '../../../src/trends/picture/drawer.ts';
import { risersOfWeek } from '../../../src/trends/risers.ts';
import { naming, termOf } from '../../../src/trends/terms.ts';
import { paperOf } from '../messages/samples.ts';

describe('a term', () => {
  test.each([
    ['LLMs', 'large language models (LLMs)', 'Large Language Model', '대형 언어 모델'],
    ['reinforcement learning', 'Reinforcement Learning (RL)', '강화 학습', '강화학습'],
    ['world models', 'World model', 'world-models'],
  ])('is the same in each of these spellings: %s, %s, %s …', (...spellings) => {
    expect(new Set(spellings.map(termOf)).size).toBe(1);
  });

  test('is not another one that it begins with', () => {
    expect(termOf('diffusion')).not.toBe(termOf('diffusion language models'));
    expect(termOf('(…)')).toBeNull();
  });

  test('is named by a longer text in either language', () => {
    const isAgents = naming(termOf('에이전트') ?? '');
    expect(['LLM agents', 'Multi-Agent Debate', 'agentic coding'].filter(isAgents)).toContain('LLM agents');
    expect(isAgents('Diffusion models')).toBe(false);
    expect(naming(termOf('flow matching') ?? '')('Rectified Flow Matching at Scale')).toBe(true);
    expect(naming(termOf('flow matching') ?? '')('Matching a Flow')).toBe(false);
  });
});

const paper = (title: string, ...keywords: string[]) => ({ title, keywords });

describe('trends', () => {
  const months = [
    { month: '2026-01', papers: [paper('A', 'LLMs', 'RL'), paper('B', 'llm'), paper('C')] },
    {
      month: '2026-02',
      papers: [paper('D', 'large language models'), paper('E', 'diffusion', 'LLM agents')],
    },
  ];

  test('count the papers of each month that have a keyword, of those that have any', () => {
    const { by, totals, lines } = trendsIn(months, ['대형 언어 모델', 'diffusion']);
    expect({ by, totals }).toEqual({ by: 'keywords', totals: [2, 2] });
    expect(lines).toEqual([
      { name: '대형 언어 모델', counts: [2, 2] },
      { name: 'diffusion', counts: [0, 1] },
    ]);
  });

  test('of nothing in particular are the most common keywords, each in its usual spelling', () => {
    const [first] = trendsIn(months, []).lines;
    expect(first?.counts).toEqual([2, 2]);
    expect(['LLMs', 'llm', 'large language models']).toContain(first?.name);
  });

  test('are counted in titles where a month lacks keywords', () => {
    const titled = [...months, { month: '2026-03', papers: [paper('Agents at Work'), paper('LLM Agents')] }];
    const { by, totals, lines } = trendsIn(titled, ['agent']);
    expect({ by, totals }).toEqual({ by: 'titles', totals: [3, 2, 2] });
    expect(lines).toEqual([{ name: 'agent', counts: [0, 0, 2] }]);
  });
});

/** A paper first listed on a day. */
function listed(id: string, date: string, ...keywords: string[]): Paper {
  const details = {
    abstract: null,
    keywords,
    aiSummary: null,
    organization: null,
    code: null,
    project: null,
    hiddenAuthors: 0,
  };
  const made = paperOf({ id, details });
  return { ...made, listings: [{ ...made.listings[0], date }] };
}

describe('the risers of a week', () => {
  const usual = Array.from({ length: 16 }, (_, at) =>
    listed(`2606.${10_000 + at}`, `2026-06-${String(8 + at).padStart(2, '0')}`, at % 2 === 0 ? 'LLMs' : 'RL'),
  );
  const week = ['2026-08-03', '2026-08-05', '2026-08-09'].flatMap((date, at) => [
    listed(`2608.${10_000 + at}`, date, 'world models', 'LLMs'),
    listed(`2608.${20_000 + at}`, date, 'RL'),
  ]);

  test('are the keywords that occur at least twice as often as in the eight weeks before', () => {
    const papers = [...usual, ...week, listed('2608.30000', '2026-08-10', 'world models')];
    expect(risersOfWeek(papers, '2026-08-03', 5)).toEqual([{ name: 'world models', papers: 3, usual: 0 }]);
    expect(risersOfWeek(papers.toReversed(), '2026-08-03', 5)).toEqual(risersOfWeek(papers, '2026-08-03', 5));
  });

  test('are none without weeks to compare with, or without papers', () => {
    expect(risersOfWeek(week, '2026-08-03', 5)).toEqual([]);
    expect(risersOfWeek(usual, '2026-08-03', 5)).toEqual([]);
  });
});

describe('a picture', () => {
  const table = {
    by: 'titles',
    months: ['2026-01', '2026-02', '2026-03'],
    totals: [10, 0, 20],
    lines: [
      { name: '강화 학습 <&>', counts: [1, 0, 4] },
      { name: 'agents', counts: [0, 0, 0] },
    ],
  } as const;

  test('names every line, breaks one at a month without papers, and has a dot where nothing leads on', () => {
    const svg = drawChart(table);
    expect(svg).toContain('강화 학습 &lt;&amp;&gt;');
    expect(svg).toContain('26/03');
    expect(svg.match(/<path d="M[^"]*Z?M[^"]*" fill="none"/g)).toHaveLength(2);
    expect(svg.match(/<circle [^>]*r="3"/g)).toHaveLength(4);
  });

  test('is a PNG, drawn once for a question', async () => {
    const drawer = new TrendDrawer();
    const request = () => ({
      months: [{ month: '2026-01', papers: [paper('Agents', 'RL')] }],
      about: ['에이전트'],
    });
    const drawn = drawer.draw('a', request);
    const again = drawer.draw('a', () => {
      throw new Error('asked twice');
    });
    expect(await again).toBe(await drawn);
    const { picture, table: counted } = await drawn;
    expect(counted.lines[0]?.name).toBe('에이전트');
    expect(Buffer.from(picture.subarray(0, 8)).toString('hex')).toBe('89504e470d0a1a0a');
    expect(Buffer.from(picture).readUInt32BE(16)).toBe(960);
  });

  test('that fails is tried again', async () => {
    const drawer = new TrendDrawer();
    const broken = () => {
      throw new Error('no papers');
    };
    await expect(drawer.draw('a', broken)).rejects.toThrow('no papers');
    const { picture } = await drawer.draw('a', () => ({ months: [], about: [] }));
    expect(picture.length).toBeGreaterThan(100);
  });
});
