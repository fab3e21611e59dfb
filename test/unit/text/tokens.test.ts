import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../src/search/query.ts';
import { isSign } from '../../../src/text/lexicon/concepts.ts';
import { nameOf, nameTerms } from '../../../src/text/names/model-name.ts';
import { squash, terms, words } from '../../../src/text/tokens.ts';

describe('terms', () => {
  it.each([
    ['GPT-4', ['gpt', '4', 'gpt4']],
    ['Language Models', ['language', 'model']],
    ['bias and loss', ['bias', 'and', 'loss']],
    ['Policies', ['policy']],
    ['text2sql', ['text2sql', 'texttosql']],
    ['text-to-SQL', ['text', 'to', 'sql', 'texttosql']],
    ['h2o', ['h2o']],
    ["O'Neil", ['o', 'neil', 'oneil']],
    ['확산 모델을', ['확산', '산모', '모델', '델을']],
    ['디퓨전', ['디퓨', '퓨전', '디퓨전']],
    ['표를', ['표를', '표·']],
    ['글', ['글·']],
    ['LLM기반', ['llm', '기반']],
    ['', []],
    ['… — !', []],
  ])('of %j are %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('stand apart from the words and the squashed text', () => {
    expect(words('Mini-GPT 4의')).toEqual(['mini', 'gpt', '4', '의']);
    expect(squash('Mini-GPT 4')).toBe('minigpt4');
  });
});

describe('what a paper is called', () => {
  it.each([
    ['DrawingSpinUp: 3D Animation', 'DrawingSpinUp'],
    ['Mini-Gemini: Mining the Potential', 'Mini-Gemini'],
    ['Attention Is All You Need', null],
    ['A Sentence That Goes On and On: and On', null],
    ['Ratio 1:2', null],
  ])('in %j is %j', (title, name) => {
    expect(nameOf(title)).toBe(name);
  });

  it('is found joined and by the parts of its CamelCase', () => {
    expect(nameTerms('DrawingSpinUp: 3D Animation from LLMs')).toEqual(
      expect.arrayContaining(['drawingspinup', 'drawing', 'spin', 'up']),
    );
    expect(nameTerms('On LLMs')).toEqual([]);
  });
});

describe('a query', () => {
  const held = new Set(['longllava']);
  const read = (text: string) =>
    [...readQuery(text, (term) => held.has(term)).weights.keys()].filter((term) => !isSign(term));

  it('joins neighbours that are one word in the index', () => {
    expect(read('long llava video')).toEqual(['long', 'llava', 'video', 'longllava']);
  });

  it('drops words that only ask, unless there are no others', () => {
    expect(read('what is attention')).toEqual(['attention']);
    expect(read('what is this')).toEqual(['what', 'is', 'this']);
  });
});
