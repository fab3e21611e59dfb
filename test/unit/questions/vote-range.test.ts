import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeVotes } from '../../../src/questions/read/vote-range.ts';

const votesIn = (question: string) => {
  const { minVotes, maxVotes } = takeVotes(question).votes;
  return [minVotes, maxVotes];
};

describe('the votes that a question asks for are', () => {
  test.each([
    ['papers with at least 50 votes', 50, null],
    ['papers with more than 50 votes', 51, null],
    ['50표 이상 받은 논문', 50, null],
    ['50표 넘은 논문', 51, null],
    ['papers with fewer than 5 votes', null, 4],
    ['papers with no more than 5 votes', null, 5],
    ['papers with 5 votes or fewer', null, 5],
    ['10표 이하 논문', null, 10],
    ['10표 미만인 논문', null, 9],
    ['papers with between 50 and 60 votes', 50, 60],
    ['papers with 60 to 50 upvotes', 50, 60],
    ['20표 이상 50표 미만 논문', 20, 49],
    ['추천수 50~55개인 논문', 50, 55],
    ['papers with exactly 7 votes', 7, 7],
    ['1표만 받은 논문', 1, 1],
    ['papers with zero votes', 0, 0],
    ['0표 받은 논문', 0, 0],
    ['10표 받은 논문', null, null],
    ['how many votes has VisionZip', null, null],
  ])('%s', (question, least, most) => {
    expect(votesIn(question)).toEqual([least, most]);
  });

  test('taken out of it, and read the same for every number', () => {
    fc.assert(
      fc.property(fc.nat(99_998), fc.nat(99_998), (a, b) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)];
        expect(takeVotes(`papers between ${a} and ${b} votes in 2024`)).toEqual({
          votes: { minVotes: least, maxVotes: most },
          text: 'papers  in 2024',
        });
        expect(votesIn(`${least}표 이상 ${most}표 이하 논문`)).toEqual([least, most]);
      }),
    );
  });
});
