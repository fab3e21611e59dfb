import { describe, expect, it } from 'vitest';
import { readPaperId } from '../../../src/archive/ids.ts';

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
  ])('of the old form or four digits: %j', (text, id) => {
    expect(readPaperId(text)).toBe(id);
  });
});

describe('an arXiv id is not read', () => {
  it.each([
    '',
    '2412.04467 is nice',
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
