import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { answerQuestion } from '../../../src/questions/answer-question.ts';
import { libraryOf, seedDigests } from '../../support/library.ts';

const library = libraryOf(seedDigests());
const ask = (question: string): Answer => answerQuestion(question, library);

/** The paper that an answer is about, or what kind of answer it is. */
function paperOf(question: string): string {
  const answer = ask(question);
  if (answer.kind === 'facts' && 'paper' in answer.fact) return answer.fact.paper.id;
  return answer.kind;
}

describe('a paper is taken', () => {
  test.each([
    ['who wrote Xmodel-LM', '2406.02856'],
    ['who wrote large language models as markov chains', '2410.02724'],
    ['who wrote Longer is Better but Not Necessary', '2412.04467'],
    ['who wrote Video Instruction Tuning With Synthetc Dta', '2410.02713'],
  ])('by its name, a piece that begins it, a title with a letter mistyped: %s', (question, id) => {
    expect(paperOf(question)).toBe(id);
  });

  test('and is asked about where the words only end its title: they may be another title', () => {
    expect(paperOf('who wrote Synthetic Data')).not.toBe('2410.02713');
    expect(paperOf('who wrote Guidance')).not.toBe('facts');
    expect(ask('who wrote "Without Instruction Tuning"').kind).toBe('choice');
  });

  test('and not where a number is another', () => {
    expect(paperOf('who wrote Global-to-Local Language Modeling for Fast Inferense 2')).not.toBe(
      '2406.02657',
    );
  });
});

describe('an author is taken', () => {
  test('for what is asked of a paper, where no paper is called so', () => {
    expect(ask('author: Song Han')).toMatchObject({ kind: 'author', name: 'Song Han' });
    expect(ask('how many votes does Graham Neubig have in total?')).toMatchObject({
      kind: 'facts',
      fact: { is: 'count', of: 'votes', count: 38 },
      understood: { names: ['Graham Neubig'] },
    });
  });

  test('with a name that ends like a question', () => {
    expect(ask('qian he papers')).toMatchObject({ kind: 'author', name: 'Qian He' });
  });

  test('where one letter of a word is mistyped that nobody is called, and the answer says so', () => {
    expect(ask('Grahm Neubig papers')).toMatchObject({
      kind: 'facts',
      fact: { is: 'list' },
      understood: { names: ['Graham Neubig'], mistyped: ['Grahm Neubig'] },
    });
  });

  test('never for another: a mistyped name that others have is offered', () => {
    const question = 'how many papers by Song Hao?';
    const answer = ask(question);
    expect(answer.kind).toBe('refusal');
    expect(answer.kind === 'refusal' && answer.choices.map(({ label }) => label)).toContain('Song Han');
    expect(answer).toMatchObject({
      choices: expect.arrayContaining([
        expect.objectContaining({
          invocation: { command: 'ask', options: { question: 'how many papers by Song Han' }, here: true },
        }),
      ]),
    });
  });
});

test('a paper that only its subject tells is offered, with what is asked of it', () => {
  expect(ask('who wrote the paper about audio-driven portrait avatars with long-term motion?')).toMatchObject(
    {
      kind: 'choice',
      choices: expect.arrayContaining([
        expect.objectContaining({
          invocation: { command: 'ask', options: { question: 'who wrote 2409.02634' }, here: true },
        }),
      ]),
    },
  );
});

test('two facts of one paper are told by its card', () => {
  expect(ask('who wrote Loopy and when was it listed?')).toMatchObject({
    kind: 'paper',
    paper: { id: '2409.02634' },
  });
});

test('the oldest papers are those of the first day, which is named', () => {
  expect(ask('the oldest paper by Graham Neubig')).toMatchObject({
    kind: 'facts',
    fact: { is: 'list', order: 'oldest', limit: 1 },
    page: { items: [{ date: '2024-09-05', paper: { id: '2409.02813' } }] },
  });
});

test('one of a ranking stands with its place', () => {
  const answer = ask('the third most upvoted paper of 2024-10-04');
  expect(answer).toMatchObject({
    kind: 'facts',
    fact: { is: 'list', place: 3 },
    page: { total: 1, items: [{ rank: 3, paper: { id: '2410.02757' } }] },
  });
});

test('the papers of two are counted where their number is asked for, and none below the votes asked for', () => {
  expect(ask('how many papers do Meng Cao and Zhe Gan share')).toMatchObject({
    fact: { is: 'count', of: 'papers', count: 2 },
  });
  expect(ask('papers by Meng Cao and Zhe Gan with more than 30 votes')).toMatchObject({
    understood: { minVotes: 31, papers: 1 },
    page: { items: [{ paper: { id: '2410.02740' } }] },
  });
});
