import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoPaper, papersNamed, readPaperId } from '../../../src/archive/ids.ts';

describe('an arXiv id is read', () => {
  it.each([
    '2412.04467',
    '  2412.04467 ',
    'arxiv:2412.04467v2',
    'arXiv: 2412.04467',
    'arXiv 2412.04467',
    'ARXIV.2412.04467',
    '2412.04467.pdf',
    'https://arxiv.org/abs/2412.04467',
    'http://www.arxiv.org/pdf/2412.04467v1.pdf',
    'arxiv.org/html/2412.04467v3#S2',
    'https://export.arxiv.org/abs/2412.04467?context=cs',
    'https://huggingface.co/papers/2412.04467',
    'https://huggingface.co/papers/2412.04467?from=digest#community',
    'hf.co/papers/2412.04467',
    'https://www.alphaxiv.org/abs/2412.04467v1',
    'https://www.alphaxiv.org/ko/overview/2412.04467',
    'https://ar5iv.labs.arxiv.org/html/2412.04467',
    'https://ar5iv.org/abs/2412.04467',
    'https://doi.org/10.48550/arXiv.2412.04467',
    '<https://arxiv.org/abs/2412.04467>',
    '2412.04467.',
    '2412.04467?!',
    '[2412.04467]',
    '(arXiv:2412.04467v1)',
    '「2412.04467」',
    '2412.04467v12.pdf',
    '2412.04467 v2',
    'arXiv:2412.04467v1 [cs.CV]',
    'arXiv:2412.04467v1 [cs.CV] 5 Dec 2024',
    'arXiv:2412.04467 (cond-mat.str-el)',
    'arXiv preprint arXiv:2412.04467',
    '10.48550/arXiv.2412.04467',
    'doi:10.48550/ARXIV.2412.04467',
    'https://dx.doi.org/10.48550/arXiv.2412.04467.',
    'https://huggingface.co/papers/2412.04467/community',
    'huggingface.co/papers/2412.04467/community#6752',
    'https://hf-mirror.com/papers/2412.04467',
    'https://arxiv.org/abs/2412.04467/',
    'https://arxiv.org/abs/2412.04467).',
    'https://arxiv.org/abs/2412.04467,',
    'https://arxiv.org/pdf/2412.04467v2#page=3&zoom=100',
    'https://cn.arxiv.org/e-print/2412.04467',
    'https://arxiv.org/abs/2412.04467v1?utm_source=x&utm_medium=2',
    'https://scirate.com/arxiv/2412.04467',
    'https://api.semanticscholar.org/arXiv:2412.04467',
    'https://papers.cool/arxiv/2412.04467',
    'https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2412.04467&sa=D',
    'https://web.archive.org/web/2025/https://arxiv.org/abs/2412.04467',
    'papers/2412.04467',
    'paper 2412.04467',
    '２４１２．０４４６７',
    '2412.04467 https://arxiv.org/abs/2412.04467',
  ])('from %j', (text) => {
    expect(readPaperId(text)).toBe('2412.04467');
  });

  it.each([
    ['cs/0112017', 'cs/0112017'],
    ['arXiv:cs/0112017v1', 'cs/0112017'],
    ['https://arxiv.org/abs/cs/0112017', 'cs/0112017'],
    ['https://arxiv.org/pdf/cond-mat/0112017v2.pdf', 'cond-mat/0112017'],
    ['math.GT/0309136', 'math/0309136'],
    ['0704.0001', '0704.0001'],
  ])('in the old form or with four digits: %j', (text, id) => {
    expect(readPaperId(text)).toBe(id);
  });
});

describe('an arXiv id is not read', () => {
  it.each([
    '',
    '2412.04467 is nice',
    '2412.04467 2412.04455',
    'x2412.04467',
    '2412.04467abc',
    '10.2412.04467',
    '2412.04467.5',
    'and/0112017',
    'about 2412.04467',
    '3.14159',
    '2413.04467',
    '2412.044',
    '2412.0446789',
    '24122.04467',
    'GPT-4',
    '2024-12-06',
    '2024.12.06',
    'and/or',
    'https://example.com/abs/2412.04467',
    'https://arxiv.org.evil.example/abs/2412.04467',
    'https://arxiv.org/list/cs.CL/recent',
    'https://huggingface.co/papers',
  ])('from %j', (text) => {
    expect(readPaperId(text)).toBeNull();
  });
});

describe('every form of every id', () => {
  const two = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'));
  const recent = fc
    .tuple(two(15, 49), two(1, 12), fc.integer({ min: 0, max: 99_999 }))
    .map(([year, month, number]) => `${year}${month}.${String(number).padStart(5, '0')}`);
  const early = fc
    .tuple(two(7, 14), two(1, 12), fc.integer({ min: 0, max: 9_999 }))
    .map(([year, month, number]) => `${year}${month}.${String(number).padStart(4, '0')}`);
  const old = fc
    .tuple(fc.constantFrom('cs', 'math', 'hep-th', 'cond-mat'), two(1, 12), fc.integer({ min: 0, max: 999 }))
    .map(([archive, month, number]) => `${archive}/05${month}${String(number).padStart(3, '0')}`);
  const id = fc.oneof(recent, early, old);
  const lead = fc.constantFrom(
    '',
    'arXiv:',
    'arxiv: ',
    'arXiv ',
    'arXiv preprint arXiv:',
    '10.48550/arXiv.',
    'doi:10.48550/arxiv.',
    'abs/',
    'pdf/',
    'https://arxiv.org/abs/',
    'http://export.arxiv.org/pdf/',
    'arxiv.org/html/',
    'https://huggingface.co/papers/',
    'hf.co/papers/',
    'https://doi.org/10.48550/arXiv.',
    'https://www.alphaxiv.org/overview/',
    'https://ar5iv.labs.arxiv.org/html/',
  );
  const version = fc.constantFrom('', 'v1', 'v23', 'V2');
  const behind = fc.constantFrom(
    '',
    '.pdf',
    '/community',
    '?from=x',
    '#S2',
    '/',
    ' [cs.CV]',
    ' [math.AG] 1 Jan 2020',
    '.',
    ',',
    '?',
    '!',
    ':',
    '。',
  );
  const around = fc.constantFrom(
    ['', ''],
    ['(', ')'],
    ['[', ']'],
    ['<', '>'],
    ['“', '”'],
    ['「', '」'],
    ['**', '**'],
    ['`', '`'],
    [' ', '\n'],
  );

  it('is read as its paper, alone and in prose', () => {
    fc.assert(
      fc.property(
        id,
        lead,
        version,
        behind,
        around,
        (paper, before, edition, after, [open = '', close = '']) => {
          const written = `${open}${before}${paper}${edition}${after}${close}`;
          expect(readPaperId(written)).toBe(paper);
          expect(isNoPaper(written)).toBe(false);
          for (const prose of [`who wrote ${written} ?`, `${written} 누가 썼어`, `요즘 ${written} 어때`])
            expect(papersNamed(prose).map((one) => one.id)).toEqual([paper]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is found at its place, in order', () => {
    const glue = fc.constantFrom(' and ', ', ', ' 그리고 ', '\n', ' vs ');
    fc.assert(
      fc.property(fc.array(fc.tuple(lead, id, glue), { minLength: 1, maxLength: 6 }), (all) => {
        const text = all.map((parts) => parts.join('')).join('');
        const named = papersNamed(text);
        expect(named.map((one) => one.id)).toEqual(all.map(([, paper]) => paper));
        for (const { id: paper, start, end } of named) expect(text.slice(start, end)).toContain(paper);
      }),
    );
  });

  it('never throws, and finds only ids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { id: paper } of papersNamed(text)) expect(readPaperId(paper)).toBe(paper);
      }),
    );
  });
});

describe('an address that is not a paper’s', () => {
  it.each([
    'https://arxiv.org/list/cs.CL/recent',
    'https://huggingface.co/papers',
    'huggingface.co/papers/date/2024-12-06',
    'https://example.com/abs/2412.04467',
    '<https://youtu.be/x>',
    'www.example.com',
    'arxiv.org',
    '2413.04467',
    'arXiv:2412.044',
  ])('%j', (text) => expect(isNoPaper(text)).toBe(true));

  it.each([
    '',
    'VisionZip',
    'and/or',
    '3.14159',
    'GPT-4.1',
    'node.js/react',
    '2412.04467',
    'see https://example.com',
    '2024.12.06',
  ])('not %j', (text) => expect(isNoPaper(text)).toBe(false));
});
