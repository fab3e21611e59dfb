import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumOfVotes } from '../../../src/answers/post.ts';
import { countedIn } from '../../../src/answers/vote-dates.ts';
import type { MessageJson } from '../../../src/messages/message.ts';
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

it('changes only the mentions if the votes are the same', () => {
  fc.assert(
    fc.property(anyPosted, locale, (answer, language) => {
      const { messages } = render(answer, language);
      const papers = answer.papers.map(({ paper, votes, votesAsOf }) => ({ id: paper.id, votes, votesAsOf }));
      const again = withVotes(
        { date: answer.date, style: answer.style, locale: language, messages },
        papers,
        answer.roleId,
      );
      expect(again).toEqual(messages.map((message) => ({ ...message, allowed_mentions: { parse: [] } })));
    }),
    { numRuns: 200 },
  );
});

it('is accepted by Discord with any votes, and has the same papers', () => {
  const votes = fc.array(fc.oneof(fc.constant('dash' as const), fc.nat()), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(anyPosted, locale, votes, (answer, language, fresh) => {
      const { messages, keep } = render(answer, language);
      const papers = answer.papers.map(({ paper: { id } }, at) => ({
        id,
        votes: fresh[at] ?? 0,
        votesAsOf: 0,
      }));
      const again = withVotes(
        { date: answer.date, style: answer.style, locale: language, messages },
        papers,
        answer.roleId,
      );
      expectValid({ messages: again, keep });
      const titles = messages.flatMap(({ embeds }) => embeds.map(({ title }) => title));
      expect(again.flatMap(({ embeds }) => embeds.map(({ title }) => title))).toEqual(titles);
    }),
    { numRuns: 200 },
  );
});

/** A post as it was written before there were styles. */
const OLD: MessageJson = {
  content: '## Daily Papers · 6 Dec 2024\n2 papers · ▲ 84 votes · as of <t:1733526000:f>',
  embeds: [
    { title: '1. VisionZip', description: '▲ 53 · Senqiao Yang\n-# From the abstract\nIt is · small.' },
    { title: '2. A [MASK]', description: 'votes unknown · Song Han' },
  ],
  components: [],
  allowed_mentions: { parse: [] },
};

it('edits posts from before there were styles', () => {
  const papers = [
    { id: '2412.04467', votes: 1205, votesAsOf: '2024-12-06' },
    { id: '2412.04468', votes: 9, votesAsOf: '2024-12-06' },
  ];
  const [message] = withVotes(
    { date: '2024-12-06', locale: 'en', messages: [OLD] },
    papers,
    '123456789012345678',
  );
  expect(message?.content).toBe(
    '## Daily Papers · 6 Dec 2024\n2 papers · ▲ 1,214 votes\n<@&123456789012345678>',
  );
  expect(message?.embeds.map(({ description }) => description)).toEqual([
    '▲ 1,205 · Senqiao Yang\n-# From the abstract\nIt is · small.',
    '▲ 9 · Song Han',
  ]);
});

it.each(['cards', 'compact', 'titles'] as const)('edits each paper’s own votes in the style %s', (style) => {
  fc.assert(
    fc.property(anyPosted, locale, (answer, language) => {
      const { messages } = render({ ...answer, style }, language);
      const papers = answer.papers.map(({ paper: { id } }, at) => ({ id, votes: 7000 + at, votesAsOf: 0 }));
      const [message] = withVotes({ date: answer.date, style, locale: language, messages }, papers, null);
      const lines = message?.embeds.flatMap(({ description = '' }) => description.split('\n')) ?? [];
      const shown = lines.flatMap((line) => /^▲ (7,\d{3})(?: · |$)/.exec(line)?.[1] ?? []);
      const count = style === 'cards' ? (message?.embeds.length ?? 0) : shown.length;
      expect(shown).toEqual(Array.from({ length: count }, (_, at) => `7,${String(at).padStart(3, '0')}`));
      expect(count > 0).toBe(papers.length > 0);
    }),
    { numRuns: 100 },
  );
});
