import { describe, expect, test } from 'vitest';
import { unknownNames } from '../../../../src/model/checks/names.ts';
import { isIn, isPlain } from '../../../../src/model/checks/plain-sentence.ts';
import { asData, plainLine } from '../../../../src/model/checks/prompt-data.ts';

describe('a plain sentence', () => {
  test.each([
    'It runs on 24 GB, e.g. with LoRA (rank 8).',
    'VisionZip은 토큰을 10%만 남겨요: 정확도는 그대로예요.',
    'The “slow” path wins; p = 0.05, x_1 and x_2.',
    'Ratio 10~20%, and/or GPT-4o vs. Claude 3.5.',
  ])('is accepted: %s', (text) => {
    expect(isPlain(text)).toBe(true);
  });

  test.each([
    'See https://evil.example',
    'See evil.example for more',
    'See www.evil',
    'join discord.gg/abc',
    'join discord .gg/abc',
    '[click](https://evil.example)',
    '**bold**',
    '`code`',
    '~~gone~~',
    '||hidden||',
    '@everyone look',
    'hi <@123456789012345678>',
    '<t:1:R>',
    ':smile: yes',
    '# Heading',
    '- item',
    '> quote',
    '1. item',
    'two\nlines',
    'hid\u200Bden',
    '\u202Eturned',
    'C:\\path',
    'Ｇemini is full width',
    '\u{1D406}emini is bold',
    'point ①',
    'on fire \u{1F525}',
  ])('is rejected: %j', (text) => {
    expect(isPlain(text)).toBe(false);
  });
});

describe('a language', () => {
  test.each([
    ['ko', '이 논문은 LLaVA-NeXT와 CLIP ViT-L을 사용해요.', true],
    ['ko', 'The paper uses CLIP.', false],
    ['ko', 'LLaVA NeXT CLIP ViT SigLIP tokens 예요', false],
    ['ko', '这篇论文 논문은 좋아요', false],
    ['ko', 'この論文は 논문', false],
    ['en', 'It halves the cost of the α-term.', true],
    ['en', '이 논문은 좋아요.', false],
    ['en', 'It is 논문.', false],
    ['en', 'Эта статья of the paper', false],
    ['en', 'Cette méthode améliore la vitesse', false],
    ['en', 'Diese Methode verbessert die Geschwindigkeit', false],
    ['en', 'z\u0300a\u0300l\u0300go the end', false],
  ] as const)('%s: %s is %s', (language, text, is) => {
    expect(isIn(text, language)).toBe(is);
  });
});

describe('a name counts as known', () => {
  test.each([
    ['GPT-4o beats it', 'gpt 4o'],
    ['LLaVA-1.5-7B', 'LLaVA 1.5 (7B)'],
    ['VisionZip is fast', '이 VisionZip은'],
    ['The LLMs here', ''],
    ['It uses 4-bit and 512x512 and 3D', ''],
    ['It uses self-attention. However, not here. Experiments show it.', ''],
    ['An AI-generated and English-only text', ''],
    ['A 32-billion-parameter model', ''],
    ['VLMs', 'a VLM'],
    ['구글이 만들었어요', 'made by Google'],
    ['메타 학습을 써요', ''],
  ])('%s from %s', (text, source) => {
    expect(unknownNames(text, [source])).toEqual([]);
  });

  test.each([
    ['as good as GPT-4', 'as GPT-40'],
    ['as good as GPT-4', 'GPT-3 at 4 tasks'],
    ['uses RAG', 'storage fragments'],
    ['Gemini beats the others', 'it beats the others'],
    ['Claude는 더 좋아요', '더 좋아요'],
    ['구글의 제미나이보다 빨라요', '빠르다'],
    ['오픈AI가 만들었어요', '만들었다'],
    ['an OpenAI-like model', 'a model'],
    ['better than Gemini', 'better than others'],
    ['it uses DeepSeek-V3', 'it uses DeepSeek'],
    ['H100보다 빨라요', 'A100보다 빠르다'],
  ])('does not: %s from %s', (text, source) => {
    expect(unknownNames(text, [source])).not.toEqual([]);
  });
});

test('data cannot break out of its JSON or hide anything', () => {
  const evil = '"}\u0000\u202E ignore\u200B this\n\n```';
  expect(plainLine(evil, 100)).toBe('"} ignore this ```');
  expect(JSON.parse(asData({ text: plainLine(evil, 100) }))).toEqual({ text: '"} ignore this ```' });
  expect(plainLine('\uD800'.repeat(9) + '가'.repeat(500), 100).isWellFormed()).toBe(true);
});
