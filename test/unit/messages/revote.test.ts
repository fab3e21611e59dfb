import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumOfVotes } from '../../../src/answers/post.ts';
import { countedIn } from '../../../src/answers/vote-dates.ts';
import { render } from '../../../src/messages/render.ts';
import { withVotes } from '../../../src/messages/revote.ts';
import { anyAnswer } from './arbitraries.ts';
import { expectValid } from './valid.ts';

/** Posts as the worker makes them: each paper once, its cards the first of them, its sums right. */
const anyPosted = anyAnswer.post.map((answer) => {
  if (answer.kind !== 'post') throw new Error('no post');
  const ids = new Set<string>();
  const papers = answer.papers.filter(({ paper: { id } }) => !ids.has(id) && ids.add(id));
  const counted = countedIn(papers);
  return {
    ...answer,
    papers,
    top: papers.slice(0, 10),
    total: papers.length,
    votes: sumOfVotes(papers),
    counted,
  };
});

const locale = fc.constantFrom('en' as const, 'ko' as const);

it('changes nothing with the votes that a post shows, but whom it tells', () => {
  fc.assert(
    fc.property(anyPosted, locale, (answer, language) => {
      const { messages } = render(answer, language);
      const papers = answer.papers.map(({ paper, votes, votesAsOf }) => ({ id: paper.id, votes, votesAsOf }));
      const again = withVotes({ date: answer.date, locale: language, messages }, papers, answer.roleId);
      expect(again).toEqual(messages.map((message) => ({ ...message, allowed_mentions: { parse: [] } })));
    }),
    { numRuns: 200 },
  );
});

it('is taken by Discord whatever the votes become, and has the same papers', () => {
  const votes = fc.array(fc.oneof(fc.constant('dash' as const), fc.nat()), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(anyPosted, locale, votes, (answer, language, fresh) => {
      const { messages, keep } = render(answer, language);
      const papers = answer.papers.map(({ paper: { id } }, at) => ({
        id,
        votes: fresh[at] ?? 0,
        votesAsOf: 0,
      }));
      const again = withVotes({ date: answer.date, locale: language, messages }, papers, answer.roleId);
      expectValid({ messages: again, keep });
      const titles = messages.flatMap(({ embeds }) => embeds.map(({ title }) => title));
      expect(again.flatMap(({ embeds }) => embeds.map(({ title }) => title))).toEqual(titles);
    }),
    { numRuns: 200 },
  );
});
