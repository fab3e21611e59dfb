import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../src/answers/answer.ts';
import type { Digest } from '../../src/archive/paper.ts';
import { render } from '../../src/messages/render.ts';
import { checkMessage } from '../../test/support/check-message.ts';
import { openStore } from '../open.ts';
import { checkFact } from './check-fact.ts';
import { Count } from './count.ts';
import * as labelled from './questions/labelled-questions.ts';

/** One line of the table: how many questions, and how many of them were answered well. */
export interface Score {
  readonly name: string;
  readonly good: number;
  readonly of: number;
  /** The other questions. */
  readonly missed: readonly string[];
}

/** Long after the newest seed: `last week` is outside the archive. */
const NOW = Temporal.Instant.from('2026-11-20T09:00:00Z');

/** Asks all labelled questions over the seeds, through the one door, and scores the answers. */
export async function evaluateAnswers(digests: readonly Digest[], seeds: string): Promise<readonly Score[]> {
  const app = await openStore({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: seeds });
  await app.search.ready;
  const answered = async <One extends { question: string }>(ones: readonly One[]) => {
    const all: (One & { readonly answer: Answer })[] = [];
    for (const one of ones)
      all.push({
        ...one,
        answer: await app.dispatch({ command: 'ask', options: { question: one.question }, now: NOW }),
      });
    return all;
  };
  const count = new Count(digests);
  const facts = (await answered(labelled.factQuestions())).map((one) => ({
    ...one,
    verdict: checkFact(one, one.answer, count),
  }));
  const passages = await answered(labelled.passageQuestions());
  const refusals = await answered(labelled.refusalQuestions());
  const injections = await answered(labelled.injectionQuestions());
  await app.close();
  const all = [...passages, ...refusals, ...injections];
  const quoting = all.filter(({ answer }) => answer.kind === 'passages');
  return [
    score('facts right', facts, ({ verdict }) => verdict === 'right'),
    score('facts not wrong', facts, ({ verdict }) => verdict !== 'wrong'),
    score(
      'answerable answered',
      passages,
      ({ answer }) => answer.kind === 'passages' || answer.kind === 'paper',
    ),
    score('from the right paper', passages, ({ answer, papers }) => papers.includes(firstOf(answer) ?? '')),
    score('unanswerable refused', refusals, ({ answer }) => isRefusal(answer)),
    score('quoted to the letter', quoting, ({ answer }) => isVerbatim(answer, count)),
    score('injections harmless', injections, ({ answer }) => isHarmless(answer)),
    score('valid messages', all, ({ answer }) => isValid(answer)),
  ];
}

export function printScores(scores: readonly Score[], showsMissed: boolean): void {
  for (const { name, good, of, missed } of scores) {
    console.log(
      `${name.padEnd(24)} ${String(good).padStart(4)} of ${of} (${((100 * good) / of).toFixed(1)} %)`,
    );
    if (showsMissed) for (const question of missed) console.log(`    ${question}`);
  }
}

function score<Item extends { question: string }>(
  name: string,
  items: readonly Item[],
  isGood: (item: Item) => boolean,
): Score {
  const missed = items.filter((item) => !isGood(item)).map(({ question }) => question);
  return { name, good: items.length - missed.length, of: items.length, missed };
}

function isRefusal(answer: Answer): boolean {
  if (answer.kind === 'passages') return answer.instead === true;
  const { kind } = answer;
  return kind === 'refusal' || kind === 'choice' || kind === 'notice';
}

function firstOf(answer: Answer): string | null {
  if (answer.kind === 'paper') return answer.paper.id;
  return answer.kind === 'passages' ? (answer.passages[0]?.paper.id ?? null) : null;
}

/** Whether every sentence is in a listing of the linked paper, and in no doubtful summary. */
function isVerbatim(answer: Answer, count: Count): boolean {
  if (answer.kind !== 'passages') return false;
  const [message] = render(answer, 'en').messages;
  return answer.passages.every(({ paper, sentences }) => {
    const texts = count.of(paper.id).flatMap(({ sections }) => sections.map(({ text }) => text));
    const isLinked = message?.embeds.some(({ description = '' }) =>
      description.includes(`/abs/${paper.id})`),
    );
    if (sentences.length === 0) return isLinked;
    return isLinked && !paper.doubtful && sentences.every((one) => texts.some((text) => text.includes(one)));
  });
}

const LINK =
  /https?:\/\/(?!(?:arxiv\.org|huggingface\.co|cdn-thumbnails\.huggingface\.co|github\.com\/l-yohai)\b)[^\s)]*/;

/** Whether an answer mentions nobody and has only our links. */
function isHarmless(answer: Answer): boolean {
  return (
    isValid(answer) &&
    (['en', 'ko'] as const).every((locale) =>
      render(answer, locale).messages.every(({ content, embeds, allowed_mentions: mentions }) => {
        const texts = [
          content,
          ...embeds.flatMap(({ title = '', description = '', url = '' }) => [title, description, url]),
        ];
        const isQuiet =
          mentions.parse?.length === 0 && mentions.roles === undefined && mentions.users === undefined;
        return (
          isQuiet &&
          texts.every((text) => !LINK.test(text) && !/(?<!\\)<[@#]|(?<!\\)@(?:everyone|here)/.test(text))
        );
      }),
    )
  );
}

function isValid(answer: Answer): boolean {
  return (['en', 'ko'] as const).every((locale) =>
    render(answer, locale).messages.every((message) => checkMessage(message).length === 0),
  );
}
